using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Trust : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Forecast",
                table: "DeletionOrders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateTable(
                name: "Guards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    TrippedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReleaseAskedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guards", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_DeletionOrders_At", table: "DeletionOrders", column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Guards_Kind",
                table: "Guards",
                column: "Kind",
                unique: true,
                filter: "\"EndedAt\" IS NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Guards");

            migrationBuilder.DropIndex(name: "IX_DeletionOrders_At", table: "DeletionOrders");

            migrationBuilder.DropColumn(name: "Forecast", table: "DeletionOrders");
        }
    }
}
