using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NoticeCoverage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // DropColumn would make the table anew outside the transaction, and a kill in between would leave half a migration.
            migrationBuilder.Sql("""ALTER TABLE "Meetings" DROP COLUMN "LateJoinerSince";""");

            migrationBuilder.AddColumn<long>(name: "PasteAskedAgainAt", table: "Meetings", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "CloudStartedAt", table: "Meetings", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Coverage", table: "Meetings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Disclaimer", table: "Meetings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "DisclaimerCheckedAt", table: "Meetings", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "DisclaimerDueAt", table: "Meetings", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<bool>(name: "ByPhone", table: "Attendance", type: "INTEGER", nullable: false, defaultValue: false);

            migrationBuilder.AddColumn<string>(name: "ReachedBy", table: "Attendance", type: "TEXT", nullable: true);

            migrationBuilder.CreateTable(
                name: "AttendanceBonds",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    One = table.Column<string>(type: "TEXT", nullable: false),
                    Other = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_AttendanceBonds",
                        x => new
                        {
                            x.MeetingId,
                            x.One,
                            x.Other,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "NoticePosts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NoticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ByPersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MessageId = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticePosts", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_NoticePosts_MeetingId", table: "NoticePosts", column: "MeetingId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AttendanceBonds");

            migrationBuilder.DropTable(name: "NoticePosts");

            migrationBuilder.DropColumn(name: "CloudStartedAt", table: "Meetings");

            migrationBuilder.DropColumn(name: "Coverage", table: "Meetings");

            migrationBuilder.DropColumn(name: "Disclaimer", table: "Meetings");

            migrationBuilder.DropColumn(name: "DisclaimerCheckedAt", table: "Meetings");

            migrationBuilder.DropColumn(name: "DisclaimerDueAt", table: "Meetings");

            migrationBuilder.DropColumn(name: "ByPhone", table: "Attendance");

            migrationBuilder.DropColumn(name: "ReachedBy", table: "Attendance");

            migrationBuilder.DropColumn(name: "PasteAskedAgainAt", table: "Meetings");

            migrationBuilder.AddColumn<long>(name: "LateJoinerSince", table: "Meetings", type: "INTEGER", nullable: true);
        }
    }
}
