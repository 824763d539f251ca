using CasualtyApi.Http;
using CasualtyApi.Queries.Held;
using CasualtyApi.Queries.Methods;
using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store;

namespace CasualtyApi.Queries.Comparisons;

/// <summary>Puts selected claims side by side, subject by subject.</summary>
internal static class ClaimComparisons
{
    public static readonly QueryTable Query = new([.. ClaimFilter.Fields, PageFields.Limit, PageFields.Cursor]);

    /// <param name="asked">The query as it came, which the links of the items narrow.</param>
    /// <param name="known">What is held in memory, at the position of the answer; null where nothing is.</param>
    public static async Task<ComparisonsResponse> ReadAsync(
        ClaimFilter filter, QueryValues query, IQueryCollection asked, HeldClaims? known, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var page = await SubjectPages.ReadAsync(query, SelectionWalk.Of(filter, known, db), part => Compare(part, asked), cancellationToken);
        return new(ledger.Position, page.Items, page.Excluded, SubjectLinks.Of(asked), page.Next);
    }

    internal static SubjectAnswers<ComparisonResponse> Compare(SelectionPart part, IQueryCollection asked)
    {
        var compared = part.Once(typeof(ClaimComparisons), Compared);
        return compared with { Items = [.. compared.Items.Select(item => (item.First, (Func<ComparisonResponse>)(() => Narrowed(item.Item(), asked))))] };
    }

    private static ComparisonResponse Narrowed(ComparisonResponse item, IQueryCollection asked) => item with { Links = SubjectLinks.Of(asked, item.Subject) };

    /// <summary>With the links of a query that asked for nothing else.</summary>
    private static SubjectAnswers<ComparisonResponse> Compared(SelectionPart part)
    {
        var sifted = part.Sifted;
        var groups = sifted.Groups.ToDictionary(group => group.Standing.Id);
        var parts = part.Claims.Concat(part.Related).Where(claim => claim.PartOf is not null).ToLookup(claim => claim.PartOf!.Value, claim => claim.Id);

        // What gave way to a claim is shown with that claim's subject.
        var subjects = sifted.Groups.GroupBy(group => group.Standing.Subject)
            .Select(subject => (Subject: subject.Key, First: subject.Min(group => group.Standing.Id), Groups: subject.ToList()))
            .OrderBy(subject => subject.First).ToList();
        var known = subjects.Select(subject => subject.Subject).ToHashSet();
        var excluded = sifted.Excluded.ToLookup(exclusion =>
            exclusion.Of is { } other && groups.TryGetValue(other, out var group) ? group.Standing.Subject : exclusion.Claim.Subject);
        return new(
            [.. subjects.Select(subject => (subject.First, Kept(() => Item(subject.Groups, [.. excluded[subject.Subject]], parts))))],
            [.. excluded.Where(subject => !known.Contains(subject.Key)).SelectMany(subject => subject)]);
    }

    private static Func<ComparisonResponse> Kept(Func<ComparisonResponse> make)
    {
        ComparisonResponse? made = null;
        return () => LazyInitializer.EnsureInitialized(ref made, make);
    }

    private static ComparisonResponse Item(IReadOnlyList<RepeatGroup> groups, IReadOnlyList<Exclusion> excluded, ILookup<long, long> parts)
    {
        var (newest, older) = Latest.Parted(groups.Select(group => group.Standing));
        var rows = newest.OrderBy(claim => claim.Id).ToList();
        var contradictions = Contradictions.Among(rows);
        var members = groups.ToDictionary(group => group.Standing.Id, group => group.Members.ToList());
        var subject = SubjectResponse.Of([.. groups.Select(group => group.Standing)]);
        return new(
            subject,
            [.. rows.Select(claim => ComparisonRow.Of(claim, members[claim.Id], parts))],
            Envelope.Over(rows)!, Envelope.Closed(rows), contradictions.Pairs,
            contradictions.Count > contradictions.Pairs.Count ? contradictions.Count : null, Independence.Of(rows),
            ReviewedResponse.Of(rows), ExcludedResponse.Of([.. excluded, .. older]), SubjectLinks.Of(QueryCollection.Empty, subject));
    }
}
