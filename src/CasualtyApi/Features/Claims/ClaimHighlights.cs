using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Store;
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
            .ToDictionaryAsync(statement => statement.Id, statement => statement.Text, cancellationToken));
    }

    /// <summary>The claim, with its highlights where there was a search.</summary>
    public ClaimResponse On(ClaimResponse claim) => _search is null ? claim : claim with { Highlight = [.. Of(claim).OfType<Highlight>()] };

    private IEnumerable<Highlight?> Of(ClaimResponse claim)
    {
        var statement = _statements[claim.Statement.Id];
        yield return Highlight.In("statement", statement, _search!.Terms, Math.Max(0, statement.IndexOf(claim.Quote.Exact, StringComparison.Ordinal)));
        foreach (var claimant in claim.AlsoClaimants.Prepend(claim.Claimant).OfType<SourceReference>())
        {
            yield return Highlight.In("claimant", claimant.Name, _search.Terms);
        }
    }
}
