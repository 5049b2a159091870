using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AuditChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(name: "RecordsEndedAt", table: "Recordings", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "CheckedBy", table: "Receipts", type: "TEXT", nullable: false, defaultValue: "");

            migrationBuilder.AddColumn<string>(name: "Edition", table: "Receipts", type: "TEXT", nullable: false, defaultValue: "");

            migrationBuilder.AddColumn<int>(name: "Format", table: "Receipts", type: "INTEGER", nullable: false, defaultValue: 1);

            migrationBuilder.AddColumn<Guid>(
                name: "OrderId",
                table: "Receipts",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000")
            );

            migrationBuilder.AddColumn<string>(name: "PublicKey", table: "Receipts", type: "TEXT", nullable: false, defaultValue: "");

            migrationBuilder.AddColumn<string>(name: "Reason", table: "Receipts", type: "TEXT", nullable: false, defaultValue: "");

            migrationBuilder.AddColumn<long>(name: "RecordsEndedAt", table: "Meetings", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Changes", table: "Audit", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "Edition", table: "Audit", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<byte[]>(name: "Hash", table: "Audit", type: "BLOB", nullable: true);

            migrationBuilder.AddColumn<byte[]>(name: "PreviousHash", table: "Audit", type: "BLOB", nullable: true);

            migrationBuilder.AddColumn<string>(name: "RequestId", table: "Audit", type: "TEXT", nullable: true);

            migrationBuilder.CreateTable(
                name: "AuditCheckpoints",
                columns: table => new
                {
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Line = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditCheckpoints", x => x.Size);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHead", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditValues",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Field = table.Column<int>(type: "INTEGER", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditValues", x => new { x.Sequence, x.Field });
                }
            );

            migrationBuilder.InsertData(
                table: "AuditHead",
                columns: new[] { "Id", "Hash", "Sequence" },
                values: new object[]
                {
                    1,
                    new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 },
                    0L,
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_DeletedAt",
                table: "Recordings",
                column: "DeletedAt",
                filter: "\"DeletedAt\" IS NOT NULL AND \"RecordsEndedAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_EndsAt",
                table: "Meetings",
                column: "EndsAt",
                filter: "\"RecordsEndedAt\" IS NULL"
            );

            migrationBuilder.Sql(RecordingBot.Registry.AuditTriggers.Sqlite);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AuditCheckpoints");

            migrationBuilder.DropTable(name: "AuditHead");

            migrationBuilder.DropTable(name: "AuditValues");

            migrationBuilder.DropIndex(name: "IX_Recordings_DeletedAt", table: "Recordings");

            migrationBuilder.DropIndex(name: "IX_Meetings_EndsAt", table: "Meetings");

            migrationBuilder.DropColumn(name: "RecordsEndedAt", table: "Recordings");

            migrationBuilder.DropColumn(name: "CheckedBy", table: "Receipts");

            migrationBuilder.DropColumn(name: "Edition", table: "Receipts");

            migrationBuilder.DropColumn(name: "Format", table: "Receipts");

            migrationBuilder.DropColumn(name: "OrderId", table: "Receipts");

            migrationBuilder.DropColumn(name: "PublicKey", table: "Receipts");

            migrationBuilder.DropColumn(name: "Reason", table: "Receipts");

            migrationBuilder.DropColumn(name: "RecordsEndedAt", table: "Meetings");

            migrationBuilder.DropColumn(name: "Changes", table: "Audit");

            migrationBuilder.DropColumn(name: "Edition", table: "Audit");

            migrationBuilder.DropColumn(name: "Hash", table: "Audit");

            migrationBuilder.DropColumn(name: "PreviousHash", table: "Audit");

            migrationBuilder.DropColumn(name: "RequestId", table: "Audit");
        }
    }
}
