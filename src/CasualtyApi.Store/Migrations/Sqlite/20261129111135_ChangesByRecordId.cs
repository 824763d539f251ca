using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CasualtyApi.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ChangesByRecordId : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_changes_record_record_id_revision",
                table: "changes");

            migrationBuilder.CreateIndex(
                name: "IX_changes_record_id_record_revision",
                table: "changes",
                columns: new[] { "record_id", "record", "revision" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_changes_record_id_record_revision",
                table: "changes");

            migrationBuilder.CreateIndex(
                name: "IX_changes_record_record_id_revision",
                table: "changes",
                columns: new[] { "record", "record_id", "revision" },
                unique: true);
        }
    }
}
