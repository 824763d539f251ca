using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Comparisons;
using CasualtyApi.Queries.Facets;
using CasualtyApi.Queries.Held;
using CasualtyApi.Queries.Timelines;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages.Overview;

/// <summary>What is loaded, and what of it was asked for.</summary>
internal sealed record Overview(
    HttpRequest Request, RecordCounts Counts, FacetsResponse Facets, Page<ClaimResponse> Latest, ComparisonsResponse Compared,
    IReadOnlyDictionary<long, ClaimResponse> Claims, TimelineResponse Timeline, bool IsOfNewestDocuments);

/// <summary>The first page: what the ledger holds.</summary>
internal static class ShowOverview
{
    /// <summary>More claims than this are not compared all at once: then those of the newest claims' documents are.</summary>
    private const int Comparable = 5_000;

    private const int FacetValues = 8;

    public static readonly QueryTable Query = new([.. ClaimFilter.Fields, ClaimTimeline.Interval]);

    public static async Task<Results<RoomPage, BadRequestProblem>> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, HeldLedger held, HeldViews views, CancellationToken cancellationToken)
    {
        var known = ledger.IsAsOf ? null : await held.AtAsync(db, ledger.Position, cancellationToken);
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, known, cancellationToken);
        if (problem is not null) return problem;

        var facets = await ClaimFacets.ReadAsync(filter, query, FacetValues, known, db, ledger, views, cancellationToken);
        var newest = Asked.With(http.Request, (ClaimTimeline.Interval.Name, null), ("sort", "-id"), ("limit", "8"), ("total", "none"));
        var latest = await ClaimList.ReadAsync(filter, ClaimList.Query.Read(newest), db, ledger, cancellationToken);

        var documents = facets.Claims <= Comparable || query.Has(ClaimFilter.Document)
            ? null
            : string.Join(',', latest.Items.Select(claim => claim.Document.Id).Distinct());
        var narrowed = documents is null ? filter : (await ClaimFilter.ReadAsync(Query.Read(Asked.With(http.Request, ("document", documents))), db, known, cancellationToken)).Filter;
        var side = Asked.With(http.Request, [(ClaimTimeline.Interval.Name, null), ("limit", "8"), .. documents is null ? [] : new[] { ("document", (string?)documents) }]);
        var compared = await ClaimComparisons.ReadAsync(narrowed, ClaimComparisons.Query.Read(side), http.Request.Query, known, db, ledger, cancellationToken);
        var claims = await ClaimList.ByIdAsync(compared.Items.SelectMany(item => item.Rows.Select(row => row.Claims[0])), db, cancellationToken);
        var over = documents is null ? "" : Asked.With(http.Request, ("document", documents));
        var timeline = await ClaimTimeline.ReadAsync(narrowed, query, http.Request.Query, known, db, ledger, views, cancellationToken);
        var overview = new Overview(
            http.Request, await RecordCounts.ReadAsync(db, cancellationToken), facets, latest, compared, claims, timeline, documents is not null);
        return new RoomPage(Head(query, newest, side, over.Length > 0 ? over : Asked.With(http.Request)), OverviewPage.Of(overview));
    }

    private static PageHead Head(QueryValues query, string newest, string side, string over) => new(
        "Overview", "What is claimed of casualties, by whom, in which words: the latest claims, compared and over time.",
        query.Canonical.Length == 0 ? "/" : "/?" + query.Canonical,
        [
            new("the latest claims", Links.Root + "/claims" + newest),
            new("the comparisons", Links.Root + "/comparisons" + side),
            new("the timeline", Links.Root + "/claims/timeline" + over),
            new("what is loaded", "/status"),
        ])
    { Section = "Overview" };
}
