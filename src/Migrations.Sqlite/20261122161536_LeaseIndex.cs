using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LeaseIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Recordings_LeaseUntil",
                table: "Recordings",
                column: "LeaseUntil",
                filter: "\"LeaseUntil\" IS NOT NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_Recordings_LeaseUntil", table: "Recordings");
        }
    }
}
