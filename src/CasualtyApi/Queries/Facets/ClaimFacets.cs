using CasualtyApi.Http;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Facets;

/// <summary>Counts selected claims by each of their values: over what is held in memory where that can answer, else in SQL.</summary>
internal static class ClaimFacets
{
    /// <param name="limit">How many values each facet shows.</param>
    /// <param name="known">What is held in memory, at the position of the answer; null for an earlier one.</param>
    public static async Task<FacetsResponse> ReadAsync(
        ClaimFilter filter, QueryValues query, int limit, HeldClaims? known, CasualtyDbContext db, LedgerView ledger, HeldViews views, CancellationToken cancellationToken)
    {
        var claims = filter.Of(db);
        if (known is not null)
        {
            var dateField = query.Get(ClaimFilter.DateField);
            var counted = views.Ask(known, filter.HeldWhole(known, db), view => view
                .Following((typeof(HeldTally), dateField), position => new HeldTally(position, dateField, view.Count)).Counts(known.Names, limit));
            return await new HeldFacets(counted, known, db, limit)
                .AnswerAsync(ledger.Position, await filter.CountUndatedAsync(db, known, views, cancellationToken), cancellationToken);
        }

        var counts = new FacetCounts(claims, cancellationToken);
        var people = new FacetPeople(claims, db, cancellationToken);
        return new(
            await claims.CountAsync(cancellationToken), await filter.CountUndatedAsync(db, null, views, cancellationToken), ledger.Position,
            Facet.Of(await counts.TermsAsync(claim => claim.Category), limit),
            Facet.Of(await counts.PartiesAsync(), limit),
            Facet.Of(await people.ClaimantsAsync(), limit),
            Facet.Of(await people.OriginatorsAsync(), limit),
            Facet.Of(await counts.DocumentsAsync(), limit),
            Facet.Of(await counts.PlacesAsync(), limit),
            Facet.Of(await counts.CountriesAsync(), limit),
            Facet.Of(await counts.TermsAsync(claim => claim.Status), limit),
            Facet.Of(await counts.TermsAsync(claim => claim.Certainty), limit),
            Facet.Of(await counts.TermsAsync(claim => claim.Scope), limit),
            Facet.Of(await counts.MonthsAsync(query.Get(ClaimFilter.DateField)), limit));
    }
}
