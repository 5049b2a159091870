using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CourseLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "SectionsReadAt", table: "Courses", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "TermId", table: "Courses", type: "TEXT", nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Terms");

            migrationBuilder.DropColumn(name: "SectionsReadAt", table: "Courses");

            migrationBuilder.DropColumn(name: "TermId", table: "Courses");
        }
    }
}
