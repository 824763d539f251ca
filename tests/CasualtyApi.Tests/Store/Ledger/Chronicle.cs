using CasualtyApi.Extraction;
using CasualtyApi.Ingest;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Exports;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Store.Ledger;

/// <summary>A small ledger that has something in every column: publications, aliases, relays, places, blame, and an earlier state of each kind.</summary>
internal static class Chronicle
{
    private const string Text = "🕊 Local radio, quoting Ana and Ben, said at least 40 soldiers were killed near Kursk on Sunday, 12 of them by Russia.";

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await KeepAsync(database, new Article(Text, "post", "Toll", "https://daily.example/toll", "The Daily", new DateOnly(2025, 2, 1)));
        await KeepAsync(database, new Article(Text, "post", "Toll again", "https://other.example/toll", "The Other", new DateOnly(2025, 2, 2)));
        await CorrectAsync(database, context => context.Documents, document => document.Title = "The toll");
        await CorrectAsync(database, context => context.Sources.Include(source => source.Aliases), source =>
        {
            source.Role = "Editor";
            source.Aliases.Add(new SourceAlias { Ordinal = source.Aliases.Count, Alias = "Daily" });
        });
        await CorrectAsync(database, context => context.Statements.Include(statement => statement.Relay), statement => statement.Cue = "said");
        await CorrectAsync(database, context => context.Claims.Include(claim => claim.Claimants), claim =>
        {
            (claim.High, claim.Credibility, claim.Status) = (60, 2, ClaimStatus.Accepted);
            claim.Claimants.RemoveAt(claim.Claimants.Count - 1);
        });
        return database;
    }

    public static async Task<string> ExportAsync(TestDatabase database)
    {
        await using var context = database.Open();
        using var stream = new MemoryStream();
        await new LedgerExport(context).WriteAsync(stream, await new LedgerTree(context).SizeAsync(default), default);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task KeepAsync(TestDatabase database, Article article)
    {
        var ministry = new SourceReading("Defence Ministry", Extraction.SourceKind.Government, Country: "UA", Affiliation: new("Ukraine", Extraction.SourceKind.Government, Country: "UA"));
        var ana = new SourceReading("Ana Núñez", Extraction.SourceKind.Person, "Spokeswoman", "UA", ministry, Aliases: ["Ana"]);
        var ben = new SourceReading("Ben", Extraction.SourceKind.Person);
        var soldiers = new PartyReading("soldiers", "Ukraine", "UA", Extraction.PartyKind.Military);
        var hand = new HandReading(Text).Says(ana, Text, ben)
            .Counts("at least 40 soldiers were killed", soldiers, 40, claim => claim with
            {
                Count = new("at least 40", Extraction.CountRelation.AtLeast, 40, null),
                Place = new("Kursk", "Kursk", "RU", 51.6893, 36.1534, Extraction.PlacePrecision.City),
                Period = new("on Sunday", new DateOnly(2025, 1, 26), new DateOnly(2025, 1, 26)),
                Scope = Extraction.ClaimScope.Incident,
                Category = Extraction.CasualtyCategory.Mixed,
                MixedOf = [Extraction.CasualtyCategory.Killed, Extraction.CasualtyCategory.Captured],
                Cause = "drone",
            })
            .Counts("12 of them", soldiers, 12, claim => claim with { PartOf = 0, Blamed = new("Russia", "Russia", "RU", Extraction.PartyKind.Military) }).Reading;
        var reading = new Reading([hand.Statements[0] with { Relay = [new SourceReading("Local radio", Extraction.SourceKind.Media)], Cue = "quoting", SpeakerText = "Ana", SpeakerSpan = new HandReading(Text).SpanOf("Ana") }], hand.Claims);
        await using var context = database.Open();
        await new ArticleKeeper(context, database.Writes).KeepAsync(article, reading, ChangeLog.Engine, default);
    }

    public static async Task CorrectAsync<TRecord>(
        TestDatabase database, Func<CasualtyApi.Store.CasualtyDbContext, IQueryable<TRecord>> of, Action<TRecord> correct)
        where TRecord : LedgerRecord
    {
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var context = database.Open();
        await using var ledger = await database.ChangeLog.BeginAsync(context, "key:7");
        var record = await of(context).OrderBy(row => row.Id).FirstAsync();
        ledger.Change(record, ChangeKind.Corrected, "a better reading");
        correct(record);
        await ledger.CommitAsync();
    }
}
