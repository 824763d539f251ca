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
    private readonly HashSet<string> lookedUp = [];

    /// <summary>Asks the store at once for all that these readings can mean; finding one of them asks no more.</summary>
    public Task LookUpAsync(IEnumerable<PlaceReading> readings, CancellationToken cancellationToken) =>
        LookUpNamesAsync(readings.Select(reading => Of(reading).NameFolded), cancellationToken);

    public Task<Place> FindOrAddAsync(PlaceReading reading, CancellationToken cancellationToken) => FindOrAddAsync(Of(reading), cancellationToken);

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
        await LookUpNamesAsync([wanted.NameFolded], cancellationToken);
        if (met.Find(place => AreSame(place, wanted)) is { } known) return known;
        met.Add(ledger.Add(wanted));
        return met[^1];
    }

    private async Task LookUpNamesAsync(IEnumerable<string> folded, CancellationToken cancellationToken)
    {
        var names = folded.Where(lookedUp.Add).ToList();
        if (names.Count == 0) return;
        met.AddRange(await context.Places.Where(place => EF.Parameter(names).Contains(place.NameFolded)).OrderBy(place => place.Id).ToListAsync(cancellationToken));
    }

    private static Place Of(PlaceReading reading) => new()
    {
        Name = reading.Name,
        Country = reading.Country,
        Latitude = reading.Latitude,
        Longitude = reading.Longitude,
        Precision = Terms.Of(reading.Precision),
    };

    private static bool AreSame(Place one, Place other) =>
        (one.NameFolded, one.Country, one.Precision, one.Latitude, one.Longitude)
        == (other.NameFolded, other.Country, other.Precision, other.Latitude, other.Longitude);

    private static double? Rounded(double? degrees) => degrees is { } known ? Math.Round(known, Decimals) : null;
}
