using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Consents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "CanvasOutdated",
                table: "Recordings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<string>(name: "RestrictedSha256", table: "Recordings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "EndsAt", table: "Notices", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Scope", table: "Notices", type: "TEXT", nullable: false, defaultValue: "");

            migrationBuilder.AddColumn<string>(name: "HostTold", table: "Meetings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "HostToldAt", table: "Meetings", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "RightFirstGivenAt", table: "Meetings", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<bool>(name: "IsHost", table: "Attendance", type: "INTEGER", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<string>(name: "Name", table: "Attendance", type: "TEXT", nullable: true);

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NoticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NoticeSha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Given = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsWithdrawal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Wording = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    Participant = table.Column<string>(type: "TEXT", nullable: false),
                    Browser = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ReplacedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Consents_MeetingId_Kind_Browser",
                table: "Consents",
                columns: new[] { "MeetingId", "Kind", "Browser" },
                unique: true,
                filter: "\"ReplacedAt\" IS NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Consents");

            migrationBuilder.DropColumn(name: "CanvasOutdated", table: "Recordings");

            migrationBuilder.DropColumn(name: "RestrictedSha256", table: "Recordings");

            migrationBuilder.DropColumn(name: "EndsAt", table: "Notices");

            migrationBuilder.DropColumn(name: "Scope", table: "Notices");

            migrationBuilder.DropColumn(name: "HostTold", table: "Meetings");

            migrationBuilder.DropColumn(name: "HostToldAt", table: "Meetings");

            migrationBuilder.DropColumn(name: "RightFirstGivenAt", table: "Meetings");

            migrationBuilder.DropColumn(name: "IsHost", table: "Attendance");

            migrationBuilder.DropColumn(name: "Name", table: "Attendance");
        }
    }
}
