using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Methods;
using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Comparisons;

internal static class ListComparisons
{
    public static readonly QueryTable Query = new(ClaimFilter.Fields);

    public static async Task<Results<Ok<ComparisonsResponse>, BadRequestProblem>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, cancellationToken);
        if (problem is not null) return problem;

        var selected = await Selection.ReadAsync(filter.Of(db), db, cancellationToken);
        return TypedResults.Ok(Compare(selected, ledger.Position));
    }

    internal static ComparisonsResponse Compare(IReadOnlyList<SelectedClaim> selected, long position)
    {
        var sifted = InForce.Of(selected);
        var groups = sifted.Groups.ToDictionary(group => group.Standing.Id);
        var parts = selected.Where(claim => claim.PartOf is not null).ToLookup(claim => claim.PartOf!.Value, claim => claim.Id);

        // What gave way to a claim is shown with that claim's subject.
        var subjects = sifted.Groups.GroupBy(group => group.Standing.Subject).OrderBy(subject => subject.Min(group => group.Standing.Id)).ToList();
        var known = subjects.Select(subject => subject.Key).ToHashSet();
        var excluded = sifted.Excluded.ToLookup(exclusion =>
            exclusion.Of is { } other && groups.TryGetValue(other, out var group) ? group.Standing.Subject : exclusion.Claim.Subject);
        var items = subjects.Select(subject => Item([.. subject], [.. excluded[subject.Key]], parts)).ToList();
        return new(position, items, ExcludedResponse.Of([.. excluded.Where(subject => !known.Contains(subject.Key)).SelectMany(subject => subject)]));
    }

    private static ComparisonResponse Item(
        IReadOnlyList<RepeatGroup> groups, IReadOnlyList<Exclusion> excluded, ILookup<long, long> parts)
    {
        var (newest, older) = Latest.Parted(groups.Select(group => group.Standing));
        var rows = newest.OrderBy(claim => claim.Id).ToList();
        var contradictions = Contradictions.Among(rows);
        var members = groups.ToDictionary(group => group.Standing.Id, group => group.Members.ToList());
        return new(
            SubjectResponse.Of([.. groups.Select(group => group.Standing)]),
            [.. rows.Select(claim => ComparisonRow.Of(claim, members[claim.Id], parts))],
            Envelope.Over(rows)!, Envelope.Closed(rows), contradictions.Pairs,
            contradictions.Count > contradictions.Pairs.Count ? contradictions.Count : null, Independence.Of(rows),
            ReviewedResponse.Of(rows), ExcludedResponse.Of([.. excluded, .. older]));
    }
}
