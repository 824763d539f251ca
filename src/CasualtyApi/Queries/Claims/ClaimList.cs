using CasualtyApi.Http;
using CasualtyApi.Store;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Claims;

/// <summary>Reads claims as records, for who shows some of them.</summary>
internal static class ClaimList
{
    /// <summary>The parameters of a list of claims in JSON.</summary>
    public static readonly QueryTable Query = QueryTable.OfList<ClaimResponse>(ClaimOrder.Keys.FieldOfFound, ClaimFilter.Fields);

    public static async Task<Page<ClaimResponse>> ReadAsync(
        ClaimFilter filter, QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var page = await filter.Of(db).PageAsync(query, ClaimOrder.Keys, ClaimRow.Projection, ledger.Position, cancellationToken);
        var sources = await SourceDirectory.LoadAsync(db, page.Items.SelectMany(row => row.SourceIds), cancellationToken);
        return page.Of(row => ClaimResponse.Of(row, sources));
    }

    /// <summary>Claims by their ids; those that do not exist are not among them.</summary>
    public static async Task<IReadOnlyDictionary<long, ClaimResponse>> ByIdAsync(
        IEnumerable<long> ids, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        var rows = await db.Claims.AsNoTracking().Where(claim => EF.Parameter(wanted).Contains(claim.Id))
            .Select(ClaimRow.Projection).ToListAsync(cancellationToken);
        var sources = await SourceDirectory.LoadAsync(db, rows.SelectMany(row => row.SourceIds), cancellationToken);
        return rows.ToDictionary(row => row.Claim.Id, row => ClaimResponse.Of(row, sources));
    }
}
