using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TeamChat : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(name: "IsChat", table: "Inbox", type: "boolean", nullable: false, defaultValue: false);

            migrationBuilder.CreateTable(
                name: "TeamChats",
                columns: table => new
                {
                    ConversationId = table.Column<string>(type: "text", nullable: false),
                    UserJid = table.Column<string>(type: "text", nullable: false),
                    SentThrough = table.Column<long>(type: "bigint", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamChats", x => x.ConversationId);
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "TeamChats");

            migrationBuilder.DropColumn(name: "IsChat", table: "Inbox");
        }
    }
}
