using System.Globalization;
using System.Linq.Expressions;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Facets;

/// <summary>Counts of what stands on the claims themselves; each is one grouping in SQL.</summary>
internal sealed class FacetCounts(IQueryable<Claim> claims, CancellationToken cancellationToken)
{
    public async Task<List<FacetValue>> TermsAsync<TTerm>(Expression<Func<Claim, TTerm>> term) where TTerm : struct, Enum =>
        (await claims.GroupBy(term).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken))
            .ConvertAll(group => new FacetValue(Kebab.Of(group.Key), Kebab.Of(group.Key), group.Count));

    public async Task<List<FacetValue>> PartiesAsync() =>
        (await claims.GroupBy(claim => new { claim.PartyId, claim.Party!.Name, claim.Party.Kind })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken))
            .ConvertAll(group => new FacetValue(Id(group.Key.PartyId), PartyLabel.Of(group.Key.Name, group.Key.Kind), group.Count));

    public async Task<List<FacetValue>> DocumentsAsync() =>
        (await claims.GroupBy(claim => new { claim.DocumentId, claim.Document!.Title, claim.Document.Opening, claim.Document.Visibility })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken))
            .ConvertAll(group => new FacetValue(Id(group.Key.DocumentId), Shown.Label(group.Key.DocumentId, group.Key.Title, group.Key.Opening, group.Key.Visibility), group.Count));

    public async Task<List<FacetValue>> PlacesAsync() =>
        (await claims.GroupBy(claim => new { claim.PlaceId, claim.Place!.Name })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken))
            .ConvertAll(group => new FacetValue(Id(group.Key.PlaceId), group.Key.Name, group.Count));

    public async Task<List<FacetValue>> CountriesAsync() =>
        (await claims.GroupBy(claim => claim.Party!.Country)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken))
            .ConvertAll(group => new FacetValue(group.Key, group.Key, group.Count));

    public async Task<List<FacetValue>> MonthsAsync(string? dateField)
    {
        var days = await claims.Select(ClaimDates.Day(dateField)).GroupBy(day => day)
            .Select(group => new { Day = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return
        [
            .. days.GroupBy(group => group.Day?.ToString("yyyy-MM", CultureInfo.InvariantCulture))
                .Select(month => new FacetValue(month.Key, month.Key, month.Sum(group => group.Count))),
        ];
    }

    internal static string? Id(long? id) => id?.ToString(CultureInfo.InvariantCulture);
}
