using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Further : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(name: "SourceId", table: "Recordings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "FurtherCourses", table: "Notices", type: "TEXT", nullable: false, defaultValue: "");

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
            migrationBuilder.DropIndex(name: "IX_Recordings_SourceId", table: "Recordings");

            migrationBuilder.DropIndex(name: "IX_Recordings_SourceId_CourseId", table: "Recordings");

            migrationBuilder.DropColumn(name: "SourceId", table: "Recordings");

            migrationBuilder.DropColumn(name: "FurtherCourses", table: "Notices");
        }
    }
}
