using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Canvas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "PublicationWait", table: "Recordings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "PublicationWaitsUntil", table: "Recordings", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<Guid>(name: "SourceId", table: "Recordings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "FurtherCourses", table: "Notices", type: "TEXT", nullable: false, defaultValue: "");

            migrationBuilder.AddColumn<bool>(name: "IsModel", table: "Courses", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Locale", table: "Courses", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "SectionsReadAt", table: "Courses", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "TermId", table: "Courses", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "Size", table: "Copies", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Uuid", table: "Copies", type: "TEXT", nullable: true);

            migrationBuilder.CreateTable(
                name: "Announcements",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<string>(type: "TEXT", nullable: false),
                    Wanted = table.Column<bool>(type: "INTEGER", nullable: false),
                    CanvasId = table.Column<string>(type: "TEXT", nullable: true),
                    PostingAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PostedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Announcements", x => x.MeetingId);
                }
            );

            migrationBuilder.CreateTable(
                name: "CoursePlaces",
                columns: table => new
                {
                    CourseId = table.Column<string>(type: "TEXT", nullable: false),
                    IntakeFolderId = table.Column<string>(type: "TEXT", nullable: true),
                    FolderId = table.Column<string>(type: "TEXT", nullable: true),
                    ModuleId = table.Column<string>(type: "TEXT", nullable: true),
                    AdminsTellingAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AdminsToldAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoursePlaces", x => x.CourseId);
                }
            );

            migrationBuilder.CreateTable(
                name: "Terms",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Courses = table.Column<int>(type: "INTEGER", nullable: false),
                    Doubted = table.Column<int>(type: "INTEGER", nullable: true),
                    ListedAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Terms", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_Recordings_SourceId", table: "Recordings", column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_SourceId_CourseId",
                table: "Recordings",
                columns: new[] { "SourceId", "CourseId" },
                unique: true,
                filter: "\"DeletedAt\" IS NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Announcements");

            migrationBuilder.DropTable(name: "CoursePlaces");

            migrationBuilder.DropTable(name: "Terms");

            migrationBuilder.DropIndex(name: "IX_Recordings_SourceId", table: "Recordings");

            migrationBuilder.DropIndex(name: "IX_Recordings_SourceId_CourseId", table: "Recordings");

            migrationBuilder.DropColumn(name: "PublicationWait", table: "Recordings");

            migrationBuilder.DropColumn(name: "PublicationWaitsUntil", table: "Recordings");

            migrationBuilder.DropColumn(name: "SourceId", table: "Recordings");

            migrationBuilder.DropColumn(name: "FurtherCourses", table: "Notices");

            migrationBuilder.DropColumn(name: "IsModel", table: "Courses");

            migrationBuilder.DropColumn(name: "Locale", table: "Courses");

            migrationBuilder.DropColumn(name: "SectionsReadAt", table: "Courses");

            migrationBuilder.DropColumn(name: "TermId", table: "Courses");

            migrationBuilder.DropColumn(name: "Size", table: "Copies");

            migrationBuilder.DropColumn(name: "Uuid", table: "Copies");
        }
    }
}
