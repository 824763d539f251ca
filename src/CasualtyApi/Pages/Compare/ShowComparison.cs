using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Aggregates;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Comparisons;
using CasualtyApi.Queries.Facets;
using CasualtyApi.Queries.Methods;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages.Compare;

/// <summary>What one method makes of the selection, or why it makes nothing.</summary>
internal sealed record MethodAnswer(AggregateMethod Method, AggregatesResponse? Answer, Unaddable? Refused);

/// <summary>What was asked for and what is claimed of it.</summary>
/// <param name="Choices">What can be chosen, over all claims.</param>
/// <param name="Compared">Null where too much was asked for to be compared.</param>
/// <param name="Claims">Those that stand for the rows.</param>
/// <param name="Denying">Those in no row, for they deny a number.</param>
internal sealed record ComparisonShown(
    HttpRequest Request, FacetsResponse Choices, int Selected, PickedClaims Picked, ComparisonsResponse? Compared, IReadOnlyDictionary<long, ClaimResponse> Claims,
    IReadOnlyDictionary<long, ClaimResponse> Denying, IReadOnlyList<MethodAnswer> Methods);

/// <summary>One party and category: who says what of it, and what it comes to by each method.</summary>
internal static class ShowComparison
{
    private const int Choosable = 200;

    public static readonly QueryTable Query = new(ClaimFilter.Fields);

    public static async Task<Results<RoomPage, BadRequestProblem>> HandleAsync([AsParameters] Lectern lectern, CancellationToken cancellationToken)
    {
        var (picked, problem) = await PickedClaims.ReadAsync(lectern, cancellationToken);
        if (picked is null) return problem!;

        var choices = await (await picked.EverythingAsync(cancellationToken)).FacetsAsync(Choosable, cancellationToken);
        var selected = (await picked.FacetsAsync(1, cancellationToken)).Claims;
        var asked = picked.With(("limit", "50"));
        var none = new Dictionary<long, ClaimResponse>();
        var shown = new ComparisonShown(lectern.Http.Request, choices, selected, picked, null, none, none, []);
        if (selected <= PickedClaims.Comparable) shown = await ReadAsync(shown, asked, cancellationToken);
        return new RoomPage(Head(lectern.Query, asked, shown), ComparePage.Of(shown));
    }

    private static async Task<ComparisonShown> ReadAsync(ComparisonShown shown, string asked, CancellationToken cancellationToken)
    {
        var compared = await shown.Picked.ComparisonsAsync(asked, cancellationToken);
        var methods = new List<MethodAnswer>();
        foreach (var method in Enum.GetValues<AggregateMethod>())
        {
            var (answer, refused) = await shown.Picked.AggregatesAsync(method, asked, cancellationToken);
            methods.Add(new(method, answer, refused));
        }

        return shown with
        {
            Compared = compared,
            Claims = await shown.Picked.StandingAsync(compared.Items, cancellationToken),
            Denying = await shown.Picked.DenyingAsync(compared, cancellationToken),
            Methods = methods,
        };
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
