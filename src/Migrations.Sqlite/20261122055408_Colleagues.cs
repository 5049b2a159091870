using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Colleagues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "DueAt", table: "Tasks", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<bool>(name: "Limited", table: "Recordings", type: "INTEGER", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<long>(name: "LeftAt", table: "People", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "DpoConditions", table: "Decisions", type: "TEXT", nullable: true);

            migrationBuilder.CreateTable(
                name: "Colleagues",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GrantedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    GrantedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReviewAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Colleagues", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Tasks_DueAt", table: "Tasks", column: "DueAt");

            migrationBuilder.CreateIndex(name: "IX_Parts_Sha256", table: "Parts", column: "Sha256");

            migrationBuilder.CreateIndex(name: "IX_Colleagues_DueAt", table: "Colleagues", column: "DueAt");

            migrationBuilder.CreateIndex(name: "IX_Colleagues_PersonId", table: "Colleagues", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Colleagues_RecordingId_PersonId",
                table: "Colleagues",
                columns: new[] { "RecordingId", "PersonId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Colleagues");

            migrationBuilder.DropIndex(name: "IX_Tasks_DueAt", table: "Tasks");

            migrationBuilder.DropIndex(name: "IX_Parts_Sha256", table: "Parts");

            migrationBuilder.DropColumn(name: "DueAt", table: "Tasks");

            migrationBuilder.DropColumn(name: "Limited", table: "Recordings");

            migrationBuilder.DropColumn(name: "LeftAt", table: "People");

            migrationBuilder.DropColumn(name: "DpoConditions", table: "Decisions");
        }
    }
}
