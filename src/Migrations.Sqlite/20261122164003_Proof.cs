using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Proof : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(name: "DigestId", table: "Warnings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "HoldKind", table: "Recordings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "HoldRemindAt", table: "Recordings", type: "INTEGER", nullable: true);

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
                    MailedAt = table.Column<long>(type: "INTEGER", nullable: true),
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

            migrationBuilder.CreateTable(
                name: "Digests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CanvasUserId = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ChatAcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CanvasTriedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CanvasAcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MailTriedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    MailAcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Digests", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Keys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Keys", x => x.Name);
                }
            );

            migrationBuilder.CreateTable(
                name: "Turns",
                columns: table => new
                {
                    Work = table.Column<string>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Fence = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Turns", x => x.Work);
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
                name: "IX_Warnings_At",
                table: "Warnings",
                column: "At",
                filter: "\"AcceptedAt\" IS NULL AND \"DigestId\" IS NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_Warnings_DigestId", table: "Warnings", column: "DigestId");

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_DeletedAt",
                table: "Recordings",
                column: "DeletedAt",
                filter: "\"DeletedAt\" IS NOT NULL AND \"RecordsEndedAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_Recordings_HoldRemindAt", table: "Recordings", column: "HoldRemindAt");

            migrationBuilder.CreateIndex(
                name: "IX_Recordings_LeaseUntil",
                table: "Recordings",
                column: "LeaseUntil",
                filter: "\"LeaseUntil\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_EndsAt",
                table: "Meetings",
                column: "EndsAt",
                filter: "\"RecordsEndedAt\" IS NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_Digests_NextAttemptAt", table: "Digests", column: "NextAttemptAt");

            migrationBuilder.Sql(RecordingBot.Registry.AuditTriggers.Sqlite);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AuditCheckpoints");

            migrationBuilder.DropTable(name: "AuditHead");

            migrationBuilder.DropTable(name: "AuditValues");

            migrationBuilder.DropTable(name: "Digests");

            migrationBuilder.DropTable(name: "Keys");

            migrationBuilder.DropTable(name: "Turns");

            migrationBuilder.DropIndex(name: "IX_Warnings_At", table: "Warnings");

            migrationBuilder.DropIndex(name: "IX_Warnings_DigestId", table: "Warnings");

            migrationBuilder.DropIndex(name: "IX_Recordings_DeletedAt", table: "Recordings");

            migrationBuilder.DropIndex(name: "IX_Recordings_HoldRemindAt", table: "Recordings");

            migrationBuilder.DropIndex(name: "IX_Recordings_LeaseUntil", table: "Recordings");

            migrationBuilder.DropIndex(name: "IX_Meetings_EndsAt", table: "Meetings");

            migrationBuilder.DropColumn(name: "DigestId", table: "Warnings");

            migrationBuilder.DropColumn(name: "HoldKind", table: "Recordings");

            migrationBuilder.DropColumn(name: "HoldRemindAt", table: "Recordings");

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
