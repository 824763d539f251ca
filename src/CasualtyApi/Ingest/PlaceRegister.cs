using CasualtyApi.Extraction;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Ingest;

/// <summary>
/// The places of one transaction: the same name, country, precision and coordinates are one place. Coordinates are kept to
/// six decimals, a tenth of a metre.
/// </summary>
internal sealed class PlaceRegister(LedgerTransaction ledger, CasualtyDbContext context)
{
    private const int Decimals = 6;
    private readonly List<Place> met = [];

    public Task<Place> FindOrAddAsync(PlaceReading reading, CancellationToken cancellationToken) => FindOrAddAsync(
        new Place
        {
            Name = reading.Name,
            Country = reading.Country,
            Latitude = reading.Latitude,
            Longitude = reading.Longitude,
            Precision = Terms.Of(reading.Precision),
        }, cancellationToken);

    /// <param name="exact">Not yet added; its coordinates as exact as they are told.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    public async Task<Place> FindOrAddAsync(Place exact, CancellationToken cancellationToken)
    {
        var wanted = new Place
        {
            Name = exact.Name,
            Country = exact.Country,
            Latitude = Rounded(exact.Latitude),
            Longitude = Rounded(exact.Longitude),
            Precision = exact.Precision,
        };
        if (met.Find(place => AreSame(place, wanted)) is { } known) return known;

        var namesakes = await context.Places.Where(place => place.NameFolded == wanted.NameFolded).OrderBy(place => place.Id)
            .ToListAsync(cancellationToken);
        var found = namesakes.Find(place => AreSame(place, wanted)) ?? ledger.Add(wanted);
        met.Add(found);
        return found;
    }

    private static bool AreSame(Place one, Place other) =>
        (one.NameFolded, one.Country, one.Precision, one.Latitude, one.Longitude)
        == (other.NameFolded, other.Country, other.Precision, other.Latitude, other.Longitude);

    private static double? Rounded(double? degrees) => degrees is { } known ? Math.Round(known, Decimals) : null;
}
