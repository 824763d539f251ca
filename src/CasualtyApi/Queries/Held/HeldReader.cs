using System.Runtime.CompilerServices;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Held;

/// <summary>
/// Reads claims as they are held, each table in one pass: EF composes the SQL, and rows are read without entities, for their cells
/// are its price (docs/decisions/0061-cells-past-ef.md).
/// </summary>
internal static class HeldReader
{
    /// <summary>Every claim there is.</summary>
    public static IAsyncEnumerable<HeldClaim> AllAsync(CasualtyDbContext db, HeldWords words, CancellationToken cancellationToken) =>
        EachAsync(db.Claims, db.ClaimClaimants, db.Documents, words, cancellationToken);

    /// <summary>Some of them.</summary>
    public static async Task<List<HeldClaim>> ReadAsync(CasualtyDbContext db, IQueryable<Claim> claims, HeldWords words, CancellationToken cancellationToken)
    {
        var held = new List<HeldClaim>();
        var claimants = db.ClaimClaimants.Where(claimant => claims.Any(claim => claim.Id == claimant.ClaimId));
        var documents = db.Documents.Where(document => claims.Any(claim => claim.DocumentId == document.Id));
        await foreach (var claim in EachAsync(claims, claimants, documents, words, cancellationToken)) held.Add(claim);
        return held;
    }

    private static async IAsyncEnumerable<HeldClaim> EachAsync(
        IQueryable<Claim> claims, IQueryable<ClaimClaimant> claimants, IQueryable<Document> documents, HeldWords words,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = await PairsAsync(claimants.Where(claimant => claimant.Ordinal == 0).Select(claimant => new { claimant.ClaimId, claimant.SourceId }), cancellationToken);
        var publishers = await PairsAsync(
            documents.Where(document => document.PublisherId != null).Select(document => new { document.Id, document.PublisherId }), cancellationToken);
        var jointly = (await claimants.Where(claimant => claimant.Ordinal > 0).OrderBy(claimant => claimant.ClaimId).ThenBy(claimant => claimant.Ordinal)
                .Select(claimant => new { claimant.ClaimId, claimant.SourceId }).ToListAsync(cancellationToken))
            .GroupBy(claimant => claimant.ClaimId, claimant => (int)claimant.SourceId).ToDictionary(group => group.Key, group => group.ToArray());
        var mixed = await claims.Where(claim => claim.Category == CasualtyCategory.Mixed)
            .Select(claim => new { claim.Id, claim.MixedOf }).ToDictionaryAsync(claim => claim.Id, claim => claim.MixedOf, cancellationToken);

        await using var command = claims.OrderBy(claim => claim.Id).Select(HeldRow.Cells).CreateDbCommand();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = HeldRow.Read(reader);
            yield return row.Held(
                first.GetValueOrDefault(row.Id), jointly.GetValueOrDefault(row.Id), publishers.GetValueOrDefault(row.DocumentId), mixed.GetValueOrDefault(row.Id, []), words);
        }
    }

    private static async Task<Dictionary<long, int>> PairsAsync<TPair>(IQueryable<TPair> pairs, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, int>();
        await using var command = pairs.CreateDbCommand();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) found[reader.GetInt64(0)] = (int)reader.GetInt64(1);
        return found;
    }
}
