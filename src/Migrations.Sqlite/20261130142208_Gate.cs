using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Gate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(name: "ClosedBy", table: "Incidents", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Detail", table: "Incidents", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Done", table: "Incidents", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "HostId", table: "Incidents", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Said", table: "Incidents", type: "TEXT", nullable: true);

            migrationBuilder.CreateTable(
                name: "CloudStops",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Begun = table.Column<string>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OrderedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CloudStops", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "GovernedHosts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    LeftOpen = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GovernedHosts", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Incidents_ClosedAt", table: "Incidents", column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_HostId",
                table: "Incidents",
                column: "HostId",
                filter: "\"HostId\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CloudStops_DueAt",
                table: "CloudStops",
                column: "DueAt",
                filter: "\"DueAt\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_CloudStops_MeetingId", table: "CloudStops", column: "MeetingId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "CloudStops");

            migrationBuilder.DropTable(name: "GovernedHosts");

            migrationBuilder.DropIndex(name: "IX_Incidents_ClosedAt", table: "Incidents");

            migrationBuilder.DropIndex(name: "IX_Incidents_HostId", table: "Incidents");

            migrationBuilder.DropColumn(name: "ClosedBy", table: "Incidents");

            migrationBuilder.DropColumn(name: "Detail", table: "Incidents");

            migrationBuilder.DropColumn(name: "Done", table: "Incidents");

            migrationBuilder.DropColumn(name: "HostId", table: "Incidents");

            migrationBuilder.DropColumn(name: "Said", table: "Incidents");
        }
    }
}
