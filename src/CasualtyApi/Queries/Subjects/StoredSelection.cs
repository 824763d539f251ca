using System.Linq.Expressions;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Subjects;

/// <summary>A selection read from the database.</summary>
internal sealed class StoredSelection(IQueryable<Claim> selected, CasualtyDbContext db) : ISelected
{
    public async Task<IReadOnlyList<Extent>> ExtentsAsync(CancellationToken cancellationToken) => await selected
        .GroupBy(claim => new { claim.PartyId, claim.Category })
        .Select(group => new Extent(group.Key.PartyId, group.Key.Category, group.Min(claim => claim.Id), group.Count()))
        .ToListAsync(cancellationToken);

    public IReadOnlyList<SelectionPart>? Find(IReadOnlyList<Extent> extents) => null;

    public IReadOnlyList<SelectionPart> Keep(IReadOnlyList<SelectionPart> parts) => parts;

    public Task<IReadOnlyList<SelectedClaim>> ReadAsync(IReadOnlyList<Extent> extents, CancellationToken cancellationToken) =>
        Selection.ReadAsync(selected.Where(In(extents)), db, cancellationToken);

    public Task<IReadOnlyList<SelectedClaim>> RelatedAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken) => Selection.ReadAsync(
        selected.Where(claim => EF.Parameter(ids).Contains(claim.UpdatesClaimId!.Value) || EF.Parameter(ids).Contains(claim.PartOfClaimId!.Value)),
        db, cancellationToken);

    private static Expression<Func<Claim, bool>> In(IReadOnlyList<Extent> extents)
    {
        var claim = Expression.Parameter(typeof(Claim), "claim");
        var parts = extents.Select(extent =>
        {
            Expression<Func<Claim, bool>> isIn = one => one.PartyId == extent.Party && one.Category == extent.Category;
            return Rebound.To(isIn, claim);
        });
        return Expression.Lambda<Func<Claim, bool>>(parts.Aggregate(Expression.OrElse), claim);
    }
}
