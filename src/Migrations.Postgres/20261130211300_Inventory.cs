using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Inventory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "InventoriedAt", table: "Recordings", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<long>(name: "TakenInAt", table: "Recordings", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<DateOnly>(name: "ListedFrom", table: "CloudLooks", type: "date", nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_RecorderId_RecordedAt",
                table: "Recordings",
                columns: new[] { "RecorderId", "RecordedAt" },
                filter: "\"InventoriedAt\" IS NOT NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Recordings_RecorderId_RecordedAt", table: "Recordings");

            migrationBuilder.DropColumn(name: "InventoriedAt", table: "Recordings");

            migrationBuilder.DropColumn(name: "TakenInAt", table: "Recordings");

            migrationBuilder.DropColumn(name: "ListedFrom", table: "CloudLooks");
        }
    }
}
