using System.Text.Json;
using CasualtyApi.Extraction;
using CasualtyApi.Ingest;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using CasualtyCategory = CasualtyApi.Extraction.CasualtyCategory;
using CountRelation = CasualtyApi.Extraction.CountRelation;
using PartyKind = CasualtyApi.Extraction.PartyKind;
using SourceKind = CasualtyApi.Extraction.SourceKind;

namespace CasualtyApi.Tests.Features.Claims.Review;

public sealed class AttentionQueueTests(QueueService service) : IClassFixture<QueueService>
{
    private const string Queue = "/api/v1/claims?status=candidate&sort=attention";

    [Fact]
    public async Task What_is_contradicted_comes_first_then_denials_mixed_and_vague_counts()
    {
        Assert.Equal(["40 fell", "90 fell", "that 90 fell", "7 were killed or captured", "Dozens were hurt", "5 were missing"], await WordsAsync(Queue));
        Assert.Equal(["5 were missing", "Dozens were hurt", "7 were killed or captured", "that 90 fell", "90 fell", "40 fell"], await WordsAsync(Queue.Replace("sort=", "sort=-", StringComparison.Ordinal)));

        // A decision, and whom somebody turns out to speak for, change what is contradicted.
        var rejected = await ChangeAsync<Claim>(db => db.Claims.SingleAsync(claim => claim.Text == "40 fell"), claim => claim.Status = ClaimStatus.Rejected);
        Assert.Equal(["90 fell", "that 90 fell", "7 were killed or captured", "Dozens were hurt", "5 were missing"], await WordsAsync(Queue));
        await ChangeAsync<Claim>(db => db.Claims.SingleAsync(claim => claim.Id == rejected.Id), claim => claim.Status = ClaimStatus.Candidate);
        Assert.Equal("40 fell", (await WordsAsync(Queue))[0]);
        var moscow = (await service.GetAsync("/api/v1/sources?q=Moscow")).GetProperty("items")[0].GetProperty("id").GetInt64();
        await ChangeAsync<Source>(db => db.Sources.SingleAsync(source => source.Name == "Kyiv"), source => source.AffiliationId = moscow);
        Assert.Equal(["90 fell", "that 90 fell", "7 were killed or captured", "Dozens were hurt", "40 fell", "5 were missing"], await WordsAsync(Queue));
    }

    [Fact]
    public async Task Pages_hold_every_claim_once_in_every_form()
    {
        var whole = await service.GetAsync(Queue);
        var paged = new List<long>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await service.GetAsync($"{Queue}&limit=2{cursor}");
            paged.AddRange(Ids(page));
            Assert.Equal(whole.GetProperty("total").GetInt32(), page.GetProperty("total").GetInt32());
            cursor = page.TryGetProperty("next", out var next) ? $"&cursor={next.GetString()}" : null;
        }

        Assert.Equal(Ids(whole), paged);
        using var lines = await service.SendAsync(HttpMethod.Get, Queue + "&format=ndjson");
        Assert.Equal(paged, (await lines.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetInt64()));
    }

    [Fact]
    public async Task The_queue_is_of_now() =>
        Assert.Contains("leave 'asOf' out", (await service.GetAsync(Queue + "&asOf=1", 400)).Error("sort"), StringComparison.Ordinal);

    private static long[] Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(claim => claim.GetProperty("id").GetInt64())];

    private async Task<string[]> WordsAsync(string address) => [.. (await service.GetAsync(address)).GetProperty("items").EnumerateArray()
        .Select(claim => claim.GetProperty("quote").GetProperty("exact").GetString()!)];

    private async Task<TRecord> ChangeAsync<TRecord>(Func<CasualtyApi.Store.CasualtyDbContext, Task<TRecord>> find, Action<TRecord> edit) where TRecord : LedgerRecord
    {
        TRecord? found = null;
        await service.ChangeAsync(null, async db => found = await find(db), edit, ChangeKind.Corrected);
        return found!;
    }
}

/// <summary>What somebody has said otherwise since is no contradiction any more: what they say now is.</summary>
public sealed class RaisedTollTests() : Service(("Seeds:Path", "")), IAsyncLifetime
{
    private static readonly PartyReading Soldiers = new("soldiers", "Ukraine", "UA", PartyKind.Military);

    [Fact]
    public async Task A_toll_its_own_speaker_raised_waits_behind_what_is_contradicted_now()
    {
        await KeepAsync(1, "Police", "25 fell", 25);
        await KeepAsync(1, "Radio", "40 fell", 40);
        await KeepAsync(2, "Police", "30 fell", 30);

        Assert.Equal(["40 fell", "30 fell", "25 fell"], await QueueAsync());

        await KeepAsync(3, "Police", "40 fell", 40);
        Assert.Equal(["25 fell", "40 fell", "30 fell", "40 fell"], await QueueAsync());
    }

    private async Task<string[]> QueueAsync() => [.. (await GetAsync("/api/v1/claims?status=candidate&sort=attention")).GetProperty("items").EnumerateArray()
        .Select(claim => claim.GetProperty("quote").GetProperty("exact").GetString()!)];

    private Task<long> KeepAsync(int day, string who, string words, long number)
    {
        var text = $"{who} said {words}.";
        return KeepAsync(
            new Article(text, "post", PublishedAt: new DateOnly(2025, 3, day)),
            new HandReading(text).Says(new SourceReading(who, SourceKind.Organization), text).Counts(words, Soldiers, number).Reading);
    }
}

/// <summary>One article with a claim for each reason to look, in another order than that of the reasons.</summary>
public sealed class QueueService() : Service(("Seeds:Path", "")), IAsyncLifetime
{
    private const string Text = "Kyiv said 40 fell. Moscow said 90 fell. Kyiv denied that 90 fell. Dozens were hurt. Radio said 7 were killed or captured. Police said 5 were missing.";

    private static readonly PartyReading Soldiers = new("soldiers", "Ukraine", "UA", PartyKind.Military);

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        var (kyiv, moscow) = (new SourceReading("Kyiv", SourceKind.Government, Country: "UA"), new SourceReading("Moscow", SourceKind.Government, Country: "RU"));
        await KeepAsync(new Article(Text, "post", PublishedAt: new DateOnly(2025, 3, 1)), new HandReading(Text)
            .Says(new SourceReading("Police", SourceKind.Organization), "Police said 5 were missing.")
            .Counts("5 were missing", Soldiers, 5, claim => claim with { Category = CasualtyCategory.Missing })
            .Says(null, "Dozens were hurt.")
            .Counts("Dozens were hurt", Soldiers, 24, claim => claim with { Category = CasualtyCategory.Injured, Count = new("Dozens", CountRelation.Vague, 24, null) })
            .Says(new SourceReading("Radio", SourceKind.Media), "Radio said 7 were killed or captured.")
            .Counts("7 were killed or captured", Soldiers, 7, claim => claim with
            {
                Category = CasualtyCategory.Mixed,
                MixedOf = [CasualtyCategory.Killed, CasualtyCategory.Captured],
            })
            .Says(kyiv, "Kyiv said 40 fell.").Counts("40 fell", Soldiers, 40)
            .Says(moscow, "Moscow said 90 fell.").Counts("90 fell", Soldiers, 90)
            .Says(kyiv, "Kyiv denied that 90 fell.")
            .Counts("that 90 fell", Soldiers, 90, claim => claim with { Certainty = CasualtyApi.Extraction.Certainty.Denied, Disputes = 4 }).Reading);
    }
}
