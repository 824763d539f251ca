using System.Security.Cryptography;
using CasualtyApi.Store.Keys;
using CasualtyApi.Store.Ledger.Exports;
using CasualtyApi.Store.Ledger.Notes;
using Microsoft.Data.Sqlite;

namespace CasualtyApi.Tests.Features.Exports;

[Collection(SeededService.Name)]
public sealed class ExportTests(Service service)
{
    /// <summary>Everything that leaves the house. Of keys only the empty table does; nothing else about those who use the service must ever stand here.</summary>
    private static readonly string[] Tables =
    [
        "__EFMigrationsHistory", "__EFMigrationsLock", "api_keys", "changes", "claim_claimants", "claim_revisions", "claims", "counters", "document_revisions", "document_texts", "documents", "form_keys", "idempotent_answers", "received_bytes",
        "ledger_nodes", "parties", "places", "publications", "source_aliases", "source_revisions", "sources", "statement_relays", "statement_revisions",
        "statement_speakers", "statements",
        .. new[] { "claim", "statement", "source", "document" }.SelectMany(record => new[] { "", "_config", "_data", "_docsize", "_idx" }.Select(part => $"{record}_search{part}")),
    ];

    [Fact]
    public async Task The_exported_ledger_verifies_against_the_checkpoint()
    {
        var checkpoint = Checkpoint.Parse(SignedNote.Parse(await service.Client.GetStringAsync("/api/v1/ledger/checkpoint"))!.Text)!;
        var export = await service.Client.GetStringAsync("/api/v1/exports/ledger.ndjson");
        var verdict = await new ExportVerification(checkpoint).RunAsync(new StringReader(export));

        Assert.Null(verdict.Fault);
        Assert.Equal(checkpoint.Size, verdict.Entries);
    }

    [Theory]
    [InlineData("ledger.ndjson")]
    [InlineData("claims.csv")]
    [InlineData("ledger.sqlite")]
    public async Task The_digest_of_what_is_sent_goes_with_it(string name)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, $"/api/v1/exports/{name}", ("Accept-Encoding", "br"));
        var body = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:", answer.Headers.GetValues("Repr-Digest").Single());
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Equal((await service.GetAsync("/status")).GetProperty("position").GetRawText(), answer.Headers.GetValues("Ledger-Position").Single());
    }

    [Fact]
    public async Task The_exported_claims_are_all_of_them() => Assert.Equal(
        (await service.Client.GetStringAsync("/api/v1/claims?format=csv&status=any")).TrimEnd(),
        (await service.Client.GetStringAsync("/api/v1/exports/claims.csv")).TrimEnd());

    [Fact]
    public async Task The_exported_database_is_whole_and_holds_no_more_than_the_ledger()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, await service.Client.GetByteArrayAsync("/api/v1/exports/ledger.sqlite"));
            await using var database = new SqliteConnection($"Data Source={file};Pooling=False");
            await database.OpenAsync();
            Assert.Equal(["ok"], await ColumnAsync(database, "PRAGMA integrity_check"));
            Assert.Equal(["0"], await ColumnAsync(database, "SELECT count(*) FROM api_keys"));
            Assert.Equal(["0"], await ColumnAsync(database, "SELECT count(*) FROM form_keys"));
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(KeySecret.Hash(Service.AdminKey)));
            Assert.Equal(Tables.Order(StringComparer.Ordinal), (await ColumnAsync(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")).Order(StringComparer.Ordinal));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<List<string>> ColumnAsync(SqliteConnection database, string sql)
    {
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync()) values.Add(reader.GetString(0));
        return values;
    }
}
