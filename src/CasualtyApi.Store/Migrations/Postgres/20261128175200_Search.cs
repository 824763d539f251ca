using CasualtyApi.Store.Postgres;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CasualtyApi.Store.Migrations.Postgres;

/// <summary>What no entity says: the tables of the search, and the index that earlier states are found by. Written by hand, so no model is beside it.</summary>
[DbContext(typeof(PostgresCasualtyDbContext))]
[Migration("20261128175200_Search")]
internal sealed class Search : Migration
{
    private static readonly string[] Records = ["document", "source", "statement", "claim"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var record in Records)
        {
            migrationBuilder.Sql($"CREATE TABLE {record}_search (state bigint PRIMARY KEY, tokens tsvector NOT NULL)");
            migrationBuilder.Sql($"CREATE INDEX ix_{record}_search_tokens ON {record}_search USING gin (tokens)");
            migrationBuilder.Sql($"CREATE INDEX ix_{record}_revisions_until ON {record}_revisions (until)");
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var record in Records)
        {
            migrationBuilder.Sql($"DROP INDEX ix_{record}_revisions_until");
            migrationBuilder.Sql($"DROP TABLE {record}_search");
        }
    }
}
