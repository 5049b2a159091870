using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Publication : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "PublicationWait", table: "Recordings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "PublicationWaitsUntil", table: "Recordings", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<bool>(name: "IsModel", table: "Courses", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Locale", table: "Courses", type: "TEXT", nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Announcements");

            migrationBuilder.DropTable(name: "CoursePlaces");

            migrationBuilder.DropColumn(name: "PublicationWait", table: "Recordings");

            migrationBuilder.DropColumn(name: "PublicationWaitsUntil", table: "Recordings");

            migrationBuilder.DropColumn(name: "IsModel", table: "Courses");

            migrationBuilder.DropColumn(name: "Locale", table: "Courses");

            migrationBuilder.DropColumn(name: "Size", table: "Copies");

            migrationBuilder.DropColumn(name: "Uuid", table: "Copies");
        }
    }
}
