using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims;

/// <summary>Counts the selected claims by each of their values.</summary>
internal static class CountFacets
{
    private static readonly QueryField<long?> Limit = QueryFields.Number(
        "limit", "How many values each facet shows, those of most claims first.", 1, PageFields.HighestLimit, PageFields.DefaultLimit, selects: false);

    public static readonly QueryTable Query = new([.. ClaimFilter.Fields, Limit]);

    public static async Task<Results<Ok<FacetsResponse>, BadRequestProblem>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, HeldLedger held, HeldViews views, CancellationToken cancellationToken)
    {
        var known = ledger.IsAsOf ? null : await held.AtAsync(db, ledger.Position, cancellationToken);
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, known, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var limit = (int)(query.Get(Limit) ?? PageFields.DefaultLimit);
        var claims = filter.Of(db);
        if (known is not null)
        {
            var dateField = query.Get(ClaimFilter.DateField);
            var counted = views.Ask(known, await filter.HeldAsync(known, db, cancellationToken), view => view
                .Following((typeof(HeldTally), dateField), position => new HeldTally(position, dateField, view.Count)).Counts(known.Names, limit));
            return TypedResults.Ok(await new HeldFacets(counted, known, db, limit)
                .AnswerAsync(ledger.Position, await filter.CountUndatedAsync(db, known, views, cancellationToken), cancellationToken));
        }

        var counts = new FacetCounts(claims, cancellationToken);
        var people = new FacetPeople(claims, db, cancellationToken);
        return TypedResults.Ok(new FacetsResponse(
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
            Facet.Of(await counts.MonthsAsync(query.Get(ClaimFilter.DateField)), limit)));
    }
}
