using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Governance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "DueAt", table: "Tasks", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "CanvasOutdated",
                table: "Recordings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<bool>(name: "Limited", table: "Recordings", type: "INTEGER", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<string>(name: "RestrictedSha256", table: "Recordings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "LeftAt", table: "People", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "EndsAt", table: "Notices", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Scope", table: "Notices", type: "TEXT", nullable: false, defaultValue: "");

            migrationBuilder.AddColumn<long>(name: "ConfirmAskedAt", table: "Meetings", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "HostTold", table: "Meetings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "HostToldAt", table: "Meetings", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "RightFirstGivenAt", table: "Meetings", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "DpoConditions", table: "Decisions", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<bool>(name: "IsHost", table: "Attendance", type: "INTEGER", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<string>(name: "Name", table: "Attendance", type: "TEXT", nullable: true);

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

            migrationBuilder.CreateTable(
                name: "Series",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<string>(type: "TEXT", nullable: false),
                    DecisionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Series", x => x.Id);
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

            migrationBuilder.CreateIndex(
                name: "IX_Consents_MeetingId_Kind_Browser",
                table: "Consents",
                columns: new[] { "MeetingId", "Kind", "Browser" },
                unique: true,
                filter: "\"ReplacedAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_Series_EndedAt", table: "Series", column: "EndedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Colleagues");

            migrationBuilder.DropTable(name: "Consents");

            migrationBuilder.DropTable(name: "Series");

            migrationBuilder.DropIndex(name: "IX_Tasks_DueAt", table: "Tasks");

            migrationBuilder.DropIndex(name: "IX_Parts_Sha256", table: "Parts");

            migrationBuilder.DropColumn(name: "DueAt", table: "Tasks");

            migrationBuilder.DropColumn(name: "CanvasOutdated", table: "Recordings");

            migrationBuilder.DropColumn(name: "Limited", table: "Recordings");

            migrationBuilder.DropColumn(name: "RestrictedSha256", table: "Recordings");

            migrationBuilder.DropColumn(name: "LeftAt", table: "People");

            migrationBuilder.DropColumn(name: "EndsAt", table: "Notices");

            migrationBuilder.DropColumn(name: "Scope", table: "Notices");

            migrationBuilder.DropColumn(name: "ConfirmAskedAt", table: "Meetings");

            migrationBuilder.DropColumn(name: "HostTold", table: "Meetings");

            migrationBuilder.DropColumn(name: "HostToldAt", table: "Meetings");

            migrationBuilder.DropColumn(name: "RightFirstGivenAt", table: "Meetings");

            migrationBuilder.DropColumn(name: "DpoConditions", table: "Decisions");

            migrationBuilder.DropColumn(name: "IsHost", table: "Attendance");

            migrationBuilder.DropColumn(name: "Name", table: "Attendance");
        }
    }
}
