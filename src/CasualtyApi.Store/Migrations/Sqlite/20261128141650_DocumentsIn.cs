using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CasualtyApi.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DocumentsIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "received_sha256",
                table: "documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "received_type",
                table: "documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "received_sha256",
                table: "document_revisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "received_type",
                table: "document_revisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "idempotent_answers",
                columns: table => new
                {
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "BLOB", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    headers = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotent_answers", x => new { x.actor, x.method, x.path, x.key });
                });

            migrationBuilder.CreateTable(
                name: "received_bytes",
                columns: table => new
                {
                    document_id = table.Column<long>(type: "INTEGER", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_received_bytes", x => x.document_id);
                    table.ForeignKey(
                        name: "FK_received_bytes_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_idempotent_answers_at",
                table: "idempotent_answers",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "idempotent_answers");

            migrationBuilder.DropTable(
                name: "received_bytes");

            migrationBuilder.DropColumn(
                name: "received_sha256",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "received_type",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "received_sha256",
                table: "document_revisions");

            migrationBuilder.DropColumn(
                name: "received_type",
                table: "document_revisions");
        }
    }
}
