using System.Globalization;
using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Comparisons;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages.Pictures;

/// <summary>The picture of one subject: the one a claim belongs to, among those the filters select.</summary>
internal static class DrawComparison
{
    public static readonly QueryField<long?> Claim = QueryFields.Number("claim", "A claim that stands for its originator in the picture.", 1, long.MaxValue);

    public static readonly QueryTable Query = new([Claim, .. ClaimFilter.Fields]);

    public static async Task<Results<Picture, BadRequestProblem, NotFoundProblem>> HandleAsync([AsParameters] Lectern lectern, CancellationToken cancellationToken)
    {
        if (lectern.Query.Get(Claim) is not { } id) return BadRequestProblem.BadValue(Claim.Name, "is missing; it is the id of a claim that stands in the picture.");

        var known = await ClaimList.ByIdAsync([id], lectern.Db, cancellationToken);
        if (!known.TryGetValue(id, out var claim)) return new NotFoundProblem("claim", id);

        var (picked, problem) = await PickedClaims.ReadAsync(lectern, cancellationToken);
        if (picked is null) return problem!;

        // Of its party and category alone: a subject lies wholly within one.
        var drawn = await picked.ComparableAsync(cancellationToken);
        var narrowed = await drawn.NarrowedAsync(
            cancellationToken, (ClaimFilter.Party.Name, claim.Party.Id.ToString(CultureInfo.InvariantCulture)), (ClaimFilter.Category.Name, Kebab.Of(claim.Category)));
        var compared = await narrowed.ComparisonsAsync(narrowed.Filtered(("limit", "500")), cancellationToken);
        if (compared.SubjectOf(id) is not { } subject) return new NotFoundProblem("picture of claim", id);

        var claims = await narrowed.StandingAsync([subject], cancellationToken);
        return new Picture($"casualty-claims-{id}", IntervalChart.Of(subject, claims), await narrowed.SourceAsync("/compare", cancellationToken));
    }
}
