using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Ends : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(name: "DigestId", table: "Warnings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "HoldKind", table: "Recordings", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<long>(name: "HoldRemindAt", table: "Recordings", type: "INTEGER", nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_Warnings_At",
                table: "Warnings",
                column: "At",
                filter: "\"AcceptedAt\" IS NULL AND \"DigestId\" IS NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_Warnings_DigestId", table: "Warnings", column: "DigestId");

            migrationBuilder.CreateIndex(name: "IX_Recordings_HoldRemindAt", table: "Recordings", column: "HoldRemindAt");

            migrationBuilder.CreateIndex(name: "IX_Digests_NextAttemptAt", table: "Digests", column: "NextAttemptAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "Digests");

            migrationBuilder.DropIndex(name: "IX_Warnings_At", table: "Warnings");

            migrationBuilder.DropIndex(name: "IX_Warnings_DigestId", table: "Warnings");

            migrationBuilder.DropIndex(name: "IX_Recordings_HoldRemindAt", table: "Recordings");

            migrationBuilder.DropColumn(name: "DigestId", table: "Warnings");

            migrationBuilder.DropColumn(name: "HoldKind", table: "Recordings");

            migrationBuilder.DropColumn(name: "HoldRemindAt", table: "Recordings");
        }
    }
}
