using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CasualtyApi.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "published_at",
                table: "claims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql(
                "UPDATE claims SET published_at = (SELECT published_at FROM documents WHERE documents.id = claims.document_id)");

            migrationBuilder.CreateIndex(
                name: "IX_claims_category_published_at_id",
                table: "claims",
                columns: new[] { "category", "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_party_id_category_published_at_id",
                table: "claims",
                columns: new[] { "party_id", "category", "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_party_id_low",
                table: "claims",
                columns: new[] { "party_id", "low" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_party_id_published_at_id",
                table: "claims",
                columns: new[] { "party_id", "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_published_at_id",
                table: "claims",
                columns: new[] { "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_claims_updated_at_id",
                table: "claims",
                columns: new[] { "updated_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_claims_category_published_at_id",
                table: "claims");

            migrationBuilder.DropIndex(
                name: "IX_claims_party_id_category_published_at_id",
                table: "claims");

            migrationBuilder.DropIndex(
                name: "IX_claims_party_id_low",
                table: "claims");

            migrationBuilder.DropIndex(
                name: "IX_claims_party_id_published_at_id",
                table: "claims");

            migrationBuilder.DropIndex(
                name: "IX_claims_published_at_id",
                table: "claims");

            migrationBuilder.DropIndex(
                name: "IX_claims_updated_at_id",
                table: "claims");

            migrationBuilder.DropColumn(
                name: "published_at",
                table: "claims");
        }
    }
}
