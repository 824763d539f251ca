using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Aggregates;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Comparisons;
using CasualtyApi.Queries.Facets;
using CasualtyApi.Queries.Held;
using CasualtyApi.Queries.Methods;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages.Compare;

/// <summary>What one method makes of the selection, or why it makes nothing.</summary>
internal sealed record MethodAnswer(AggregateMethod Method, AggregatesResponse? Answer, Unaddable? Refused);

/// <summary>What was asked for and what is claimed of it.</summary>
/// <param name="Choices">What can be chosen, over all claims.</param>
/// <param name="Compared">Null where too much was asked for to be compared.</param>
internal sealed record ComparisonShown(
    HttpRequest Request, FacetsResponse Choices, int Selected, ComparisonsResponse? Compared, IReadOnlyDictionary<long, ClaimResponse> Claims,
    IReadOnlyList<MethodAnswer> Methods);

/// <summary>One party and category: who says what of it, and what it comes to by each method.</summary>
internal static class ShowComparison
{
    /// <summary>More claims than this are not compared on a page.</summary>
    internal const int Comparable = 5_000;

    private const int Choosable = 200;

    public static readonly QueryTable Query = new(ClaimFilter.Fields);

    public static async Task<Results<RoomPage, BadRequestProblem>> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, HeldLedger held, HeldViews views, CancellationToken cancellationToken)
    {
        var known = ledger.IsAsOf ? null : await held.AtAsync(db, ledger.Position, cancellationToken);
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, known, cancellationToken);
        if (problem is not null) return problem;

        var all = Query.Read("");
        var (everything, _) = await ClaimFilter.ReadAsync(all, db, known, cancellationToken);
        var choices = await ClaimFacets.ReadAsync(everything, all, Choosable, known, db, ledger, views, cancellationToken);
        var selected = (await ClaimFacets.ReadAsync(filter, query, 1, known, db, ledger, views, cancellationToken)).Claims;
        var shown = selected > Comparable
            ? new ComparisonShown(http.Request, choices, selected, null, new Dictionary<long, ClaimResponse>(), [])
            : await ReadAsync(filter, choices, selected, http.Request, known, db, ledger, cancellationToken);
        return new RoomPage(Head(query, Asked.With(http.Request, ("limit", "50")), shown), ComparePage.Of(shown));
    }

    private static async Task<ComparisonShown> ReadAsync(
        ClaimFilter filter, FacetsResponse choices, int selected, HttpRequest request, HeldClaims? known, CasualtyDbContext db, LedgerView ledger,
        CancellationToken cancellationToken)
    {
        var side = ClaimComparisons.Query.Read(Asked.With(request, ("limit", "50")));
        var compared = await ClaimComparisons.ReadAsync(filter, side, request.Query, known, db, ledger, cancellationToken);
        var methods = new List<MethodAnswer>();
        foreach (var method in Enum.GetValues<AggregateMethod>())
        {
            var (answer, refused) = await ClaimAggregates.ReadAsync(method, filter, side, request.Query, known, db, ledger, cancellationToken);
            methods.Add(new(method, answer, refused));
        }

        var claims = await ClaimList.ByIdAsync(compared.Items.SelectMany(item => item.Rows.Select(row => row.Claims[0])), db, cancellationToken);
        return new(request, choices, selected, compared, claims, methods);
    }

    private static PageHead Head(QueryValues query, string asked, ComparisonShown shown) => new(
        "Compare", "Who claims what of the same people: originators, independence, repeats, and what it comes to by each method.",
        query.Canonical.Length == 0 ? "/compare" : "/compare?" + query.Canonical,
        [
            new("the comparison", $"{Links.Root}/comparisons{asked}"),
            .. shown.Methods.Select(method => new DataCall($"by {Words.Of(method.Method)}", $"{Links.Root}/aggregates{asked}&method={Words.Of(method.Method)}")),
        ])
    { Section = "Compare" };
}
