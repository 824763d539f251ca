using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Comparisons;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages.Pictures;

/// <summary>The picture of one subject: the one a claim belongs to, among those the filters select.</summary>
internal static class DrawComparison
{
    private static readonly QueryField<long?> Claim = QueryFields.Number("claim", "A claim that stands for its originator in the picture.", 1, long.MaxValue, byDefault: 1);

    public static readonly QueryTable Query = new([Claim, .. ClaimFilter.Fields]);

    public static async Task<Results<Picture, BadRequestProblem, NotFoundProblem>> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var id = query.Get(Claim) ?? 1;
        var known = await ClaimList.ByIdAsync([id], db, cancellationToken);
        if (!known.TryGetValue(id, out var claim)) return new NotFoundProblem("claim", id);

        // Of its party and category alone: a subject lies wholly within one.
        var narrowed = Query.Read(Asked.With(http.Request, ("party", $"{claim.Party.Id}"), ("category", Words.Of(claim.Category).Replace(' ', '-'))));
        var (filter, problem) = await ClaimFilter.ReadAsync(narrowed, db, null, cancellationToken);
        if (problem is not null) return problem;

        var compared = await ClaimComparisons.ReadAsync(filter, ClaimComparisons.Query.Read("?limit=500"), http.Request.Query, null, db, ledger, cancellationToken);
        if (compared.Items.FirstOrDefault(item => item.Rows.Any(row => row.Claims.Contains(id))) is not { } subject) return new NotFoundProblem("picture of claim", id);

        var claims = await ClaimList.ByIdAsync(subject.Rows.Select(row => row.Claims[0]), db, cancellationToken);
        return new Picture($"casualty-claims-{id}", IntervalChart.Of(subject, claims, isAlone: true));
    }
}
