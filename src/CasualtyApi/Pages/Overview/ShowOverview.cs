using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Comparisons;
using CasualtyApi.Queries.Facets;
using CasualtyApi.Queries.Timelines;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages.Overview;

/// <summary>What is loaded, and what of it was asked for.</summary>
/// <param name="Drawn">Those of the claims asked for that are compared and drawn.</param>
/// <param name="Compared">Some subjects of them, those that want an eye first.</param>
/// <param name="HasMore">Whether there are others.</param>
/// <param name="Timed">The same, by the interval of the timeline.</param>
internal sealed record Overview(
    HttpRequest Request, RecordCounts Counts, FacetsResponse Facets, Page<ClaimResponse> Latest, PickedClaims Picked, PickedClaims Drawn, IReadOnlyList<ComparisonResponse> Compared,
    bool HasMore, IReadOnlyDictionary<long, ClaimResponse> Claims, PickedClaims Timed, TimelineResponse Timeline)
{
    public bool IsOfNewestDocuments => Drawn != Picked;

    /// <summary>Where every value of every facet is answered.</summary>
    public string AllFacets => FacetsAt(Picked, 500);

    /// <summary>How facets are asked for.</summary>
    public static string FacetsAt(PickedClaims picked, int limit) => Links.Root + "/claims/facets" + picked.Filtered(("limit", $"{limit}"));
}

/// <summary>The first page: what the ledger holds.</summary>
internal static class ShowOverview
{
    private const int FacetValues = 24;

    /// <summary>So many subjects are looked at, and so many of them shown.</summary>
    private const int Subjects = 50, Shown = 8;

    public static async Task<Results<RoomPage, BadRequestProblem>> HandleAsync([AsParameters] Lectern lectern, CancellationToken cancellationToken)
    {
        var (picked, problem) = await PickedClaims.ReadAsync(lectern, cancellationToken);
        if (picked is null) return problem!;

        var facets = await picked.FacetsAsync(FacetValues, cancellationToken);
        var latest = await picked.NewestAsync(cancellationToken);
        var drawn = await picked.ComparableAsync(facets.Claims, cancellationToken);
        var side = drawn.Filtered(("limit", $"{Subjects}"));
        var compared = await drawn.ComparisonsAsync(side, cancellationToken);
        List<ComparisonResponse> first = [.. compared.Items.OrderBy(Urgency).Take(Shown)];
        var timed = await drawn.TimedAsync(cancellationToken);
        var overview = new Overview(
            lectern.Http.Request, await RecordCounts.ReadAsync(lectern.Db, cancellationToken), facets, latest, picked, drawn, first, first.Count < compared.Items.Count || compared.Next is not null,
            await drawn.StandingAsync(first, cancellationToken), timed, await timed.TimelineAsync(cancellationToken));
        return new RoomPage(Head(lectern.Query, picked, side, timed.With()), OverviewPage.Of(overview));
    }

    /// <summary>What cannot be true together first, then what perhaps cannot, then where several speak.</summary>
    private static int Urgency(ComparisonResponse item) => item switch
    {
        { Contradictions.Count: > 0, Subject.Loose: false } => 0,
        { Contradictions.Count: > 0 } => 1,
        { Rows.Count: > 1 } => 2,
        _ => 3,
    };

    private static PageHead Head(QueryValues query, PickedClaims picked, string side, string over) => new(
        "Overview", "What is claimed of casualties, by whom, in which words: the latest claims, compared and over time.",
        query.Canonical.Length == 0 ? "/" : "/?" + query.Canonical,
        [
            new("the latest claims", Links.Root + "/claims" + picked.NewestFirst),
            new("the comparisons", Links.Root + "/comparisons" + side),
            new("the timeline", Links.Root + "/claims/timeline" + over),
            new("what they can be narrowed by", Overview.FacetsAt(picked, FacetValues)),
            new("what is loaded", "/status"),
        ])
    { Section = "Overview" };
}
