using System.Globalization;
using CasualtyApi.Http;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Comparisons;

/// <summary>What else is claimed of the same people as one claim is about.</summary>
internal static class ComparisonOfClaim
{
    /// <summary>The subject in which a claim, or one that it repeats, stands for its originator.</summary>
    /// <param name="known">What is held in memory at the ledger's position; null where nothing is.</param>
    /// <returns>Null where the claim is in no row: it is not in force, gives no number, or gave way to another.</returns>
    public static async Task<ComparisonResponse?> FindAsync(
        ClaimResponse claim, HeldClaims? known, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        // A subject lies wholly within one party and category.
        var asked = string.Create(CultureInfo.InvariantCulture, $"?party={claim.Party.Id}&category={Kebab.Of(claim.Category)}&limit=500");
        var query = ClaimComparisons.Query.Read(asked);
        var (filter, _) = await ClaimFilter.ReadAsync(query, db, known, cancellationToken);
        var compared = await ClaimComparisons.ReadAsync(filter, query, QueryCollection.Empty, known, db, ledger, cancellationToken);
        return compared.SubjectOf(claim.Id);
    }

    /// <summary>The item in which a claim, or one that it repeats, stands for its originator; null where it is in none.</summary>
    public static ComparisonResponse? SubjectOf(this ComparisonsResponse compared, long claim) =>
        compared.Items.FirstOrDefault(item => item.Rows.Any(row => row.Claims.Contains(claim)));

    /// <summary>What others say that a row's figure cannot be squared with.</summary>
    public static IEnumerable<ComparisonRow> Contradicting(this ComparisonResponse subject, long claim)
    {
        var own = subject.Rows.ToList().FindIndex(row => row.Claims.Contains(claim));
        return subject.Contradictions.Where(pair => pair.Contains(own)).Select(pair => subject.Rows[pair[0] == own ? pair[1] : pair[0]]);
    }
}
