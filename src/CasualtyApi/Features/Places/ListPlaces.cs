using System.Linq.Expressions;
using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Places;

/// <summary>Where claims say it happened.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Lat">WGS 84 degrees; null where not known.</param>
/// <param name="Lon">WGS 84 degrees; null where not known.</param>
/// <param name="Precision">How closely it is known.</param>
/// <param name="Claims">How many claims name it, whatever their status.</param>
internal sealed record PlaceResponse(
    long Id, string Name, string? Country, double? Lat, double? Lon, PlacePrecision Precision, int Claims, PlaceLinks Links);

/// <summary>Where to go on from a place.</summary>
internal sealed record PlaceLinks(string Claims);

internal static class ListPlaces
{
    private static readonly QueryList<string> Country = QueryFields.Countries("country", "The country it lies in, as ISO 3166-1 alpha-2.", example: "RU");

    private static readonly QueryList<PlacePrecision> Precision = QueryFields.Choices<PlacePrecision>("precision", "How closely it is known.");

    private static readonly QueryField<string> Words = QueryFields.Text("q", "Words, or parts of words, that must all stand in the place's name; case and accents do not matter, such as `kursk`.");

    private static readonly ListOrder<Place, PlaceResponse> Order = new(place => place.Id, place => place.Id);

    public static readonly QueryTable Query = QueryTable.OfList<PlaceResponse>(Order.Field, Country, Precision, Words, AsOf.Field);

    public static async Task<Ok<Page<PlaceResponse>>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, HeldLedger held, CancellationToken cancellationToken)
    {
        var (countries, precisions, words) = (query.Get(Country), query.Get(Precision), Folding.Fold(query.Get(Words) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var named = words.Aggregate(db.Places.AsNoTracking(), (places, word) => places.Where(place => place.NameFolded.Contains(word)));
        var page = await named
            .WhereIf(countries.Count > 0, place => countries.Contains(place.Country!))
            .WhereIf(precisions.Count > 0, place => precisions.Contains(place.Precision))
            .PageAsync(query, Order, Uncounted, ledger.Position, cancellationToken);
        var claims = await ClaimMentions.OfPlace.CountAsync(
            await held.TryOfAsync(db, ledger, cancellationToken), db, [.. page.Items.Select(place => place.Id)], cancellationToken);
        return TypedResults.Ok(page.Of(place => place with { Claims = claims.GetValueOrDefault(place.Id) }));
    }

    private static readonly Expression<Func<Place, PlaceResponse>> Uncounted = place => new PlaceResponse(
        place.Id, place.Name, place.Country, place.Latitude, place.Longitude, place.Precision, 0, new PlaceLinks($"{Links.Root}/claims?place={place.Id}&status=any"));
}
