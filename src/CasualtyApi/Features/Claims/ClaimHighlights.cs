using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Store;
using CasualtyApi.Store.Search;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims;

/// <summary>Shows where the words looked for stand in each claim of a page.</summary>
internal sealed class ClaimHighlights
{
    private readonly Search? _search;
    private readonly Dictionary<long, string> _statements;

    private ClaimHighlights(Search? search, Dictionary<long, string> statements) => (_search, _statements) = (search, statements);

    public static async Task<ClaimHighlights> LoadAsync(
        IReadOnlyList<ClaimRow> rows, Search? search, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var ids = search is null ? [] : rows.Select(row => row.Claim.StatementId).Distinct().ToList();
        return new(search, ids.Count == 0 ? [] : await db.Statements.Where(statement => EF.Parameter(ids).Contains(statement.Id))
            .Select(statement => new { statement.Id, statement.Text, statement.Document!.Visibility })
            .ToDictionaryAsync(statement => statement.Id, statement => Shown.Words(statement.Text, statement.Visibility), cancellationToken));
    }

    /// <summary>The claim, with its highlights where there was a search.</summary>
    public ClaimResponse On(ClaimResponse claim) => _search is null ? claim : claim with
    {
        Highlight = Of(
            _search.Terms, _statements[claim.Statement.Id], claim.Quote.Exact,
            claim.AlsoClaimants.Prepend(claim.Claimant).OfType<SourceReference>().Select(claimant => claimant.Name)),
    };

    /// <summary>Where the words stand in a statement, near a quote from it, and in the names of who claims it.</summary>
    public static IReadOnlyList<Highlight> Of(SearchTerms terms, string statement, string quote, IEnumerable<string> claimants) =>
    [
        .. claimants.Select(claimant => Highlight.In("claimant", claimant, terms))
            .Prepend(Highlight.In("statement", statement, terms, Math.Max(0, statement.IndexOf(quote, StringComparison.Ordinal)))).OfType<Highlight>(),
    ];
}
