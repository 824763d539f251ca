using System.Diagnostics;
using System.Text.Json;
using CasualtyApi.Features.Aggregates;
using CasualtyApi.Features.Claims;
using CasualtyApi.Features.Comparisons;
using CasualtyApi.Features.Parties;
using CasualtyApi.Features.Places;
using CasualtyApi.Http;
using CasualtyApi.Queries.Aggregates;
using CasualtyApi.Queries.Comparisons;
using CasualtyApi.Queries.Facets;
using CasualtyApi.Queries.Held;
using CasualtyApi.Queries.Timelines;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Features.Claims;

/// <summary>What is counted in memory is what SQL counts, before and after changes.</summary>
public sealed class HeldClaimsTests(DrawnService service) : IClassFixture<DrawnService>
{
    public static TheoryData<string> Queries =>
    [
        "", "?status=any", "?party=1", "?category=killed,mixed", "?claimant=5", "?claimant=5,61&scope=incident", "?place=3", "?document=7",
        "?from=2022-01-01&to=2022-06-30", "?from=2022-01-01&party=1", "?certainty=denied", "?cause=suicide", "?country=UA&minLow=10",
        "?dateField=occurred", "?dateField=occurred&from=2022-01-01", "?dateField=received&to=2023-01-01", "?collapse=true", "?originator=1",
        "?partyKind=civilians&country=UA,SD", "?placeCountry=SD,RU&category=killed", "?claimantCountry=RU", "?blamed=3", "?statement=5,9", "?maxHigh=20",
        "?bbox=-20,-30,60,40", "?updatedSince=2022-06-01", "?dateField=occurred&from=2022-01-01&to=2022-02-03", "?collapse=true&party=1&from=2021-05-01",
        "?originator=22&certainty=stated,likely", "?q=killed near&party=2",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Facets_and_timelines_are_those_of_sql(string query)
    {
        await AssertEqualAsync(query);
        await service.ChangeAsync(null, async db => await db.Claims.SingleAsync(claim => claim.Id == 17), claim => claim.Category = CasualtyCategory.Missing, ChangeKind.Corrected);
        await service.ChangeAsync(null, async db => await db.Documents.SingleAsync(document => document.Id == 9), document => document.PublishedAt = new(2022, 3, 4), ChangeKind.Corrected);
        await service.ChangeAsync(null, async db => await db.Sources.SingleAsync(source => source.Id == 6), source => source.MergedIntoId = 5, ChangeKind.Corrected);
        await AssertEqualAsync(query);

        await using var db = service.Open();
        Assert.False(await db.Claims.AnyAsync(claim => claim.PublishedAt != claim.Document!.PublishedAt));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Comparisons_and_aggregates_are_those_of_sql(string query)
    {
        await AssertSameSubjectsAsync(query);
        await service.ChangeAsync(null, async db => await db.Claims.SingleAsync(claim => claim.Id == 23), claim => claim.Low = claim.High = (claim.Low ?? 1) + 1, ChangeKind.Corrected);
        await AssertSameSubjectsAsync(query);
        await service.ChangeAsync(null, async db => await db.Documents.SingleAsync(document => document.Id == 11), document => document.Visibility = Visibility.Withheld, ChangeKind.Corrected);
        await AssertSameSubjectsAsync(query);
        await service.ChangeAsync(null, async db => await db.Sources.SingleAsync(source => source.Id == 8), source => source.Name += " again", ChangeKind.Corrected);
        await service.ChangeAsync(null, async db => await db.Sources.SingleAsync(source => source.Id == 9), source => source.AffiliationId = 5, ChangeKind.Corrected);
        await AssertSameSubjectsAsync(query);
    }

    [Fact]
    public async Task A_link_leads_to_what_a_claim_beyond_the_selection_was_found_to_repeat()
    {
        await using var db = service.Open();
        var able = db.Claims.Where(claim => claim.Status == ClaimStatus.Candidate && claim.Certainty != Certainty.Denied && claim.Scope != ClaimScope.Rate && claim.RepeatsClaimId == null);
        var (later, earlier, first) = await (
            from claim in able
            join told in db.Claims on claim.UpdatesClaimId equals told.Id
            join other in able on new { claim.PartyId, claim.Category } equals new { other.PartyId, other.Category }
            where told.Low < claim.Low && other.Low >= claim.Low && other.Id != claim.Id && told.RepeatsClaimId == null && other.PartOfClaimId == null && !db.Claims.Any(update => update.UpdatesClaimId == other.Id)
            orderby claim.Id, other.Id
            select ValueTuple.Create(claim, told.Id, other.Id)).FirstAsync();
        var query = $"?party={later.PartyId}&category={Kebab.Of(later.Category)}&minLow={later.Low}&limit=500";
        var updated = $$"""{"claim":{{first}},"reason":"updated","of":{{later.Id}}}""";
        await AssertSameSubjectsAsync(query);
        Assert.DoesNotContain(updated, await service.Client.GetStringAsync("/api/v1/comparisons" + query), StringComparison.Ordinal);

        await service.ChangeAsync(null, async known => await known.Claims.SingleAsync(claim => claim.Id == earlier), claim => claim.RepeatsClaimId = first, ChangeKind.Corrected);
        await AssertSameSubjectsAsync(query);
        Assert.Contains(updated, await service.Client.GetStringAsync("/api/v1/comparisons" + query), StringComparison.Ordinal);
    }

    [Fact]
    public Task Parties_and_places_are_counted_as_sql_counts_them() => InSqlAsync("", async (_, db, ledger, ahead) =>
    {
        var parties = await ListParties.HandleAsync(ListParties.Query.Read("", "/api/v1/parties"), db, ledger, ahead, CancellationToken.None);
        Assert.Equal(Json(parties.Value), await service.Client.GetStringAsync("/api/v1/parties"));

        var places = await ListPlaces.HandleAsync(ListPlaces.Query.Read("", "/api/v1/places"), db, ledger, ahead, CancellationToken.None);
        Assert.Equal(Json(places.Value), await service.Client.GetStringAsync("/api/v1/places"));
    });

    [Theory]
    [InlineData("certainty=denied&total=exact")]
    [InlineData("party=1&from=2022-01-01")]
    [InlineData("claimant=5")]
    public async Task Totals_are_those_of_sql(string query)
    {
        await service.GetAsync("/api/v1/claims/facets");
        var page = await service.GetAsync($"/api/v1/claims?limit=1&{query}");
        var records = await service.GetAsync($"/api/v1/claims?limit=1&fields=id&{query}");

        Assert.Equal(records.GetProperty("total").GetInt32(), page.GetProperty("total").GetInt32());
        Assert.Equal(records.TryGetProperty("undated", out var undated) ? undated.GetInt32() : -1, page.TryGetProperty("undated", out undated) ? undated.GetInt32() : -1);
    }

    [Fact]
    public async Task What_was_counted_once_keeps_no_earlier_moment_in_memory()
    {
        var views = new HeldViews();
        var earlier = await CountAsync(views);

        // What counted may still be on its way out on a thread of its own, while this goes on where the connection was closed.
        for (var patience = Stopwatch.StartNew(); earlier.IsAlive && patience.Elapsed < TimeSpan.FromSeconds(30);)
        {
            await Task.Delay(10);
            GC.Collect();
        }

        Assert.False(earlier.IsAlive);
        GC.KeepAlive(views);
    }

    private async Task<WeakReference> CountAsync(HeldViews views)
    {
        await using var db = service.Open();
        await using var moment = await db.BeginReadAsync(CancellationToken.None);
        using var held = new HeldLedger(views);
        var claims = (await held.ForAsync(db, await db.Changes.MaxAsync(change => change.Position), CancellationToken.None))!;
        Assert.NotEqual(0, views.Count(claims, new()));
        return new(claims);
    }

    private Task AssertEqualAsync(string query) => InSqlAsync(query, async (http, db, ledger, ahead) =>
    {
        var facets = await CountFacets.HandleAsync(CountFacets.Query.Read(query), db, ledger, ahead, new HeldViews(), CancellationToken.None);
        Assert.Equal(Json(((Ok<FacetsResponse>)facets.Result).Value), await service.Client.GetStringAsync("/api/v1/claims/facets" + query));

        var timeline = await GetTimeline.HandleAsync(GetTimeline.Query.Read(query), http, db, ledger, ahead, new HeldViews(), CancellationToken.None);
        Assert.Equal(Json(((Ok<TimelineResponse>)timeline.Result).Value), await service.Client.GetStringAsync("/api/v1/claims/timeline" + query));
    });

    private Task AssertSameSubjectsAsync(string query) => InSqlAsync(query, async (http, db, ledger, ahead) =>
    {
        var comparisons = await ListComparisons.HandleAsync(ClaimComparisons.Query.Read(query, "/api/v1/comparisons"), http, db, ledger, ahead, CancellationToken.None);
        Assert.Equal(Json(((Ok<ComparisonsResponse>)comparisons.Result).Value), await service.Client.GetStringAsync("/api/v1/comparisons" + query));

        var aggregates = await ListAggregates.HandleAsync(ClaimAggregates.Query.Read(query, "/api/v1/aggregates"), http, db, ledger, ahead, CancellationToken.None);
        Assert.Equal(Json(((Ok<AggregatesResponse>)aggregates.Result).Value), await service.Client.GetStringAsync("/api/v1/aggregates" + query));
    });

    private async Task InSqlAsync(string query, Func<HttpContext, CasualtyDbContext, LedgerView, HeldLedger, Task> ask)
    {
        await using var db = service.Open();
        await using var moment = await db.BeginReadAsync(CancellationToken.None);
        var ledger = new LedgerView(TimeProvider.System);
        await ledger.OpenAsync(db, null, CancellationToken.None);

        // One that is ahead of every request holds nothing for it, and so SQL answers.
        using var ahead = new HeldLedger(new());
        await ahead.AtAsync(db, long.MaxValue, CancellationToken.None);
        await ask(new DefaultHttpContext { Request = { QueryString = new(query) } }, db, ledger, ahead);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, ApiJson.Options);
}
