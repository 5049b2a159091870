using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CloudRecordings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(name: "CloudUuid", table: "Recordings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "NothingRecordedAt", table: "Recordings", type: "INTEGER", nullable: true);

            migrationBuilder.CreateTable(
                name: "CloudLooks",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LongAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Asked = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CloudLooks", x => x.Key);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_CloudUuid",
                table: "Recordings",
                column: "CloudUuid",
                unique: true,
                filter: "\"DeletedAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_CloudLooks_NextAt", table: "CloudLooks", column: "NextAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "CloudLooks");

            migrationBuilder.DropIndex(name: "IX_Recordings_CloudUuid", table: "Recordings");

            migrationBuilder.DropColumn(name: "CloudUuid", table: "Recordings");

            migrationBuilder.DropColumn(name: "NothingRecordedAt", table: "Recordings");
        }
    }
}
