using CasualtyApi.Store.Ledger.Audit;
using CasualtyApi.Store.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CasualtyApi.Tests.Store.Ledger.Audit;

public sealed class DatabaseAuditTests
{
    /// <summary>Kept beside the ledger, which does not cover them: who may write, what was answered to whom, and pages as they were received.</summary>
    private static readonly string[] Beside = ["api_keys", "form_keys", "idempotent_answers", "received_bytes"];

    [Fact]
    public async Task What_the_service_wrote_is_as_its_ledger_says()
    {
        await using var database = await Chronicle.CreateAsync();
        await using var context = database.Open();
        Assert.Empty(await FindingsAsync(context));
    }

    [Fact]
    public async Task Every_column_of_every_table_edited_behind_the_services_back_is_seen()
    {
        var missed = new List<string>();
        var edits = 0;
        await OnEachTableAsync(async (context, table, entity) =>
        {
            foreach (var property in entity.GetProperties())
            {
                var column = property.GetColumnName();
                edits++;
                if ((await AfterAsync(context, $"UPDATE {table} SET {column} = {Other(property)} WHERE {Row(table)}")).Count == 0) missed.Add($"{table}.{column}");
            }
        });

        Assert.Empty(missed);
        Assert.True(edits > 150, $"Only {edits} columns were edited.");
    }

    [Fact]
    public async Task Every_row_deleted_or_added_behind_the_services_back_is_seen()
    {
        var missed = new List<string>();
        await OnEachTableAsync(async (context, table, entity) =>
        {
            var key = entity.FindPrimaryKey()!.Properties[0].GetColumnName();
            var others = entity.GetProperties().Select(property => property.GetColumnName()).Where(column => column != key).ToList();
            var values = others.Select(column => column == "sha256" ? "'0'" : column == "record_id" ? "record_id + 1000000" : column);
            var copy = $"INSERT INTO {table} ({key}, {string.Join(", ", others)}) SELECT {key} + 1000000, {string.Join(", ", values)} FROM {table} WHERE {Row(table)}";
            if ((await AfterAsync(context, $"DELETE FROM {table} WHERE {Row(table)}")).Count == 0) missed.Add($"{table}: deleted");
            if (table is not "counters" && (await AfterAsync(context, copy)).Count == 0) missed.Add($"{table}: added");
        });

        Assert.Empty(missed);
    }

    [Theory]
    [InlineData("UPDATE claims SET low = 400 WHERE id = 1", "Entry 16: claims: low")]
    [InlineData("UPDATE claims SET text = 'at least 400 soldiers were killed' WHERE id = 1", "claims: its record has other words 'text'")]
    [InlineData("UPDATE claims SET status = 'so so' WHERE id = 1", "cannot be read")]
    [InlineData("UPDATE changes SET payload = (SELECT payload FROM changes WHERE position = 4) WHERE position = 3", "Entry 3: its payload does not have the hash of its leaf")]
    [InlineData("DELETE FROM changes WHERE position = 3", "Entry 3: is missing")]
    [InlineData("DELETE FROM changes WHERE position = 13", "Entry 13: is missing")]
    public async Task The_entry_is_named(string edit, string finding)
    {
        await using var database = await Chronicle.CreateAsync();
        await using var context = database.Open();
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        Assert.Contains(await AfterAsync(context, edit), seen => seen.Contains(finding, StringComparison.Ordinal));
    }

    private static async Task OnEachTableAsync(Func<SqliteCasualtyDbContext, string, IEntityType, Task> edit)
    {
        await using var database = await Chronicle.CreateAsync();
        await using var context = database.Open();
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        foreach (var entity in context.Model.GetEntityTypes().Where(entity => !Beside.Contains(entity.GetTableName())))
        {
            await edit(context, entity.GetTableName()!, entity);
        }
    }

    // One edit, looked at and taken back.
    private static async Task<List<string>> AfterAsync(SqliteCasualtyDbContext context, string edit)
    {
        await using var transaction = await context.Database.BeginTransactionAsync();
        var rows = await context.Database.ExecuteSqlRawAsync(edit);
        Assert.True(rows == 1, $"{edit}: {rows} rows");
        return await FindingsAsync(context);
    }

    private static async Task<List<string>> FindingsAsync(SqliteCasualtyDbContext context)
    {
        var findings = new List<string>();
        await foreach (var finding in new DatabaseAudit(context).RunAsync()) findings.Add(finding.ToString());
        return findings;
    }

    private static string Row(string table) => table switch
    {
        "counters" => "name = 'claim'",
        "ledger_nodes" => "level = 0 AND ordinal = 2",
        _ => $"rowid = (SELECT min(rowid) FROM {table})",
    };

    private static string Other(IProperty property) => property.GetColumnType() switch
    {
        "INTEGER" => $"coalesce({property.GetColumnName()}, 0) + 1000000",
        "REAL" => $"coalesce({property.GetColumnName()}, 0) + 1",
        "BLOB" => "x'00'",
        _ when property.GetColumnName() is "published_at" or "period_start" or "period_end" => "'1999-12-31'",
        _ when property.IsPrimitiveCollection => "'[7]'",
        _ => $"coalesce({property.GetColumnName()}, '') || 'x'",
    };
}
