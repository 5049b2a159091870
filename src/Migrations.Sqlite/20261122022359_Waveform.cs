using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Waveform : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(name: "Waveform", table: "Parts", type: "BLOB", nullable: true);

            migrationBuilder.AddColumn<string>(name: "WaveformOutcome", table: "Parts", type: "TEXT", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "Waveform", table: "Parts");

            migrationBuilder.DropColumn(name: "WaveformOutcome", table: "Parts");
        }
    }
}
