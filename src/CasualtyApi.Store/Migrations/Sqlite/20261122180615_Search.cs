using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CasualtyApi.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var record in new[] { "document", "source", "statement", "claim" })
            {
                // The words come folded and parted by spaces, which is all that the tokenizer "ascii" has to see.
                migrationBuilder.Sql(
                    $"CREATE VIRTUAL TABLE {record}_search USING fts5(words, names, sources, content='', contentless_delete=1, tokenize='ascii')");
                migrationBuilder.Sql($"CREATE INDEX ix_{record}_revisions_until ON {record}_revisions (until)");
            }

            migrationBuilder.InsertData(
                table: "counters",
                columns: new[] { "name", "value" },
                values: new object[] { "indexed", 0L });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var record in new[] { "document", "source", "statement", "claim" })
            {
                migrationBuilder.Sql($"DROP INDEX ix_{record}_revisions_until");
                migrationBuilder.Sql($"DROP TABLE {record}_search");
            }

            migrationBuilder.DeleteData(
                table: "counters",
                keyColumn: "name",
                keyValue: "indexed");
        }
    }
}
