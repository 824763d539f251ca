using System.Net;
using System.Text.RegularExpressions;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Http;

public sealed class AsOfTests(SampledService service) : IClassFixture<SampledService>
{
    private static readonly string[] Addresses =
    [
        "claims?limit=500", "claims?limit=500&status=any&sort=-low", "claims?claimant=Defence Ministry", "claims?originator=Ukraine government&collapse=true",
        "claims?format=csv", "claims?format=ndjson&status=any", "claims/facets", "claims/facets?status=any&limit=2",
        "claims?q=soldiers&status=any", "claims?q=ministry", "claims?q=II&limit=500", "claims/facets?q=korean&status=any", "statements?q=kirby", "documents?q=title",
        "claims/timeline", "comparisons", "comparisons?country=UA", "aggregates?method=range", "aggregates?method=hierarchy",
        "sources?limit=500", "sources?q=ana", "statements?limit=500", "statements?speaker=A doctor", "documents", "documents?sort=-publishedAt", "parties", "places",
        "claims/7", "claims/10", "sources/1", "sources/5", "statements/4", "documents/2",
    ];

    [Fact]
    public async Task Whatever_was_answered_once_is_answered_again_as_of_then()
    {
        var random = new Random(20250131);
        var answered = new List<(long Position, string[] Answers)> { (await PositionAsync(), await AnswersAsync("")) };
        for (var round = 0; round < 16; round++)
        {
            var position = await service.ChangeAsync((db, ledger) => EditAsync(db, ledger, random));
            answered.Add((position, await AnswersAsync("")));
        }

        foreach (var (position, answers) in answered)
        {
            var again = await AnswersAsync($"asOf={position}");
            foreach (var (address, before, now) in Addresses.Zip(answers, again))
            {
                Assert.True(before == now, $"{address} at {position}\nthen: {before}\nas of then: {now}");
            }
        }
    }

    [Fact]
    public async Task Every_position_answers_even_within_a_change_of_many_records()
    {
        var last = await PositionAsync();
        for (var position = 0L; position <= last; position++)
        {
            foreach (var list in new[] { "claims", "claims/facets", "claims/timeline", "comparisons", "aggregates", "sources", "statements", "documents", "parties", "places" })
            {
                Assert.Equal(position, (await service.GetAsync($"/api/v1/{list}?asOf={position}")).GetProperty("position").GetInt64());
            }
        }
    }

    [Fact]
    public async Task Before_the_first_change_there_is_nothing()
    {
        Assert.Equal(0, (await service.GetAsync("/api/v1/claims?asOf=0")).GetProperty("total").GetInt32());
        Assert.Equal(0, (await service.GetAsync("/api/v1/parties?asOf=2000-01-01")).GetProperty("total").GetInt32());
        Assert.Equal("not-found", (await service.GetAsync("/api/v1/claims/1?asOf=0", 404)).Slug());
        Assert.Equal("bad-value", (await service.GetAsync("/api/v1/claims?asOf=0&claimant=John Kirby", 400)).Slug());
    }

    [Fact]
    public async Task An_answer_at_a_position_may_be_kept_for_ever_and_one_at_a_time_may_not()
    {
        using var list = await service.SendAsync(HttpMethod.Get, "/api/v1/claims?asOf=20");
        using var record = await service.SendAsync(HttpMethod.Get, "/api/v1/documents/1?asOf=20");
        using var timed = await service.SendAsync(HttpMethod.Get, "/api/v1/claims?asOf=2025-01-01T00:00:00Z");
        using var same = await service.SendAsync(HttpMethod.Get, "/api/v1/claims?asOf=20", ("If-None-Match", list.Headers.ETag!.ToString()));

        Assert.Equal("public, max-age=31536000, immutable", Caching(list));
        Assert.Equal("public, max-age=31536000, immutable", Caching(record));
        Assert.Equal("public, no-cache", Caching(timed));
        Assert.Equal("20", list.Headers.GetValues("Ledger-Position").Single());
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", Caching(same));
    }

    [Theory]
    [InlineData("asOf=999999", "lies ahead of this ledger, which stands at")]
    [InlineData("asOf=2999-01-01", "lies in the future")]
    [InlineData("asOf=-1", "is neither a position, such as '17', nor an instant")]
    [InlineData("asOf=yesterday", "is neither a position")]
    public async Task A_moment_that_has_not_come_is_refused(string query, string says)
    {
        foreach (var address in new[] { "claims", "claims/facets", "comparisons", "sources/1", "claims?format=csv" })
        {
            var problem = await service.GetAsync($"/api/v1/{address}{(address.Contains('?') ? '&' : '?')}{query}", 400);
            Assert.Contains(says, problem.Error("asOf"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_of_the_past_is_left_behind_for_the_next_request()
    {
        await service.GetAsync("/api/v1/claims?asOf=1");
        Assert.True((await service.GetAsync("/api/v1/claims")).GetProperty("total").GetInt32() > 0);
    }

    private static string? Caching(HttpResponseMessage answer) => answer.Headers.GetValues("Cache-Control").Single();

    private async Task<long> PositionAsync() => (await service.GetAsync("/status")).GetProperty("position").GetInt64();

    /// <summary>Links name the moment asked for, which is what tells two answers apart.</summary>
    private async Task<string[]> AnswersAsync(string asOf)
    {
        var answers = new List<string>();
        foreach (var address in Addresses)
        {
            var query = asOf.Length == 0 ? "" : (address.Contains('?') ? "&" : "?") + asOf;
            using var answer = await service.SendAsync(HttpMethod.Get, "/api/v1/" + address + query);
            answers.Add(Regex.Replace(await answer.Content.ReadAsStringAsync(), "[?&]asOf=[0-9]+", "").Replace("claims&", "claims?", StringComparison.Ordinal)
                is var body && answer.IsSuccessStatusCode ? body : $"{answer.StatusCode}");
        }

        return [.. answers];
    }

    private static async Task EditAsync(CasualtyApi.Store.CasualtyDbContext db, CasualtyApi.Store.Ledger.LedgerTransaction ledger, Random random)
    {
        var claim = await Any(db.Claims.Include(claim => claim.Claimants), random);
        var source = await Any(db.Sources.Include(source => source.Aliases), random);
        var other = await Any(db.Sources, random);
        switch (random.Next(7))
        {
            case 0:
                ledger.Change(claim, ChangeKind.Corrected, "Miscounted.");
                (claim.Low, claim.High, claim.Relation) = (random.Next(50), 60 + random.Next(50), CountRelation.Between);
                break;
            case 1:
                ledger.Change(claim, ChangeKind.Corrected, "Decided.");
                claim.Status = (ClaimStatus)random.Next(5);
                break;
            case 2:
                ledger.Change(claim, ChangeKind.Corrected, "Somebody else says so.");
                claim.Claimants.Clear();
                claim.Claimants.Add(new ClaimClaimant { Ordinal = 0, SourceId = source.Id });
                claim.PlaceId = random.Next(2) == 0 ? null : (await Any(db.Places, random)).Id;
                break;
            case 3 when source.Id != other.Id && other.MergedIntoId is null && source.MergedIntoId is null:
                ledger.Change(source, ChangeKind.Corrected, "The same.");
                source.MergedIntoId = other.Id;
                break;
            case 4:
                ledger.Change(source, ChangeKind.Corrected, "Known by another name.");
                source.Name += " II";
                source.Reliability = "ABCDEF"[random.Next(6)].ToString();
                source.Aliases.Add(new SourceAlias { Ordinal = source.Aliases.Count, Alias = $"Známý {random.Next(9)}" });
                break;
            case 5:
                var statement = await Any(db.Statements.Include(one => one.Speakers), random);
                ledger.Change(statement, ChangeKind.Corrected, "Spoken with another.");
                statement.Speakers.Add(new StatementSpeaker { Ordinal = statement.Speakers.Count, SourceId = source.Id });
                break;
            default:
                var document = await Any(db.Documents, random);
                ledger.Change(document, ChangeKind.Corrected, "Its title.");
                (document.Title, document.PublishedAt) = ($"Title {random.Next(99)}", new DateOnly(2025, 1, 1 + random.Next(28)));
                break;
        }
    }

    private static async Task<TRow> Any<TRow>(IQueryable<TRow> rows, Random random) where TRow : class
    {
        var all = await rows.ToListAsync();
        return all[random.Next(all.Count)];
    }
}
