using CasualtyApi.Http;
using CasualtyApi.Queries.Held;
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
        filter = filter.Uncollapsed();
        var page = await SubjectPages.ReadAsync(query, SelectionWalk.Of(filter, known, db), part => Compare(part, asked),
            () => filter.UndatedAsync(db, known, ExcludedResponse.Listed, cancellationToken), cancellationToken);
        return new(ledger.Position, page.Items, page.Excluded, SubjectLinks.Of(asked), page.Next);
    }

    internal static SubjectAnswers<ComparisonResponse> Compare(SelectionPart part, IQueryCollection asked)
    {
        var compared = part.Once(typeof(ComparedPart), ComparedPart.Of);
        return new(compared.Firsts, subject => Narrowed(compared[subject], asked), compared.Excluded());
    }

    private static ComparisonResponse Narrowed(ComparisonResponse item, IQueryCollection asked) => item with { Links = SubjectLinks.Of(asked, item.Subject) };
}
