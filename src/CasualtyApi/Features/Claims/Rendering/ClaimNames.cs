using System.Collections.Concurrent;
using System.Text.Json;
using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Store;
using CasualtyApi.Store.Reading;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims.Rendering;

/// <summary>A source as claims show it, in JSON already.</summary>
/// <param name="Reference">As claimant.</param>
/// <param name="Named">As relay or publisher.</param>
/// <param name="Originator">Whom it speaks for in the end.</param>
/// <param name="Field">Its name as a field of CSV.</param>
/// <param name="OriginatorField">The originator's.</param>
internal sealed record RenderedSource(string Name, byte[] Reference, byte[] Named, byte[] Originator, byte[] Field, byte[] OriginatorField);

/// <summary>A party as claims show it, escaped for JSON and for CSV already.</summary>
internal sealed record RenderedParty(JsonEncodedText Name, string? Country, string Kind, byte[] Field);

/// <summary>A place as claims show it, escaped for JSON and for CSV already.</summary>
internal sealed record RenderedPlace(JsonEncodedText Name, string? Country, double? Latitude, double? Longitude, string Precision, byte[] Field);

/// <summary>
/// Sources, parties and places in JSON, kept from one page to the next. Parties and places never change; sources do, and then
/// all that is kept of them is forgotten.
/// </summary>
internal sealed class ClaimNames
{
    /// <summary>So many of a kind, and it begins anew.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<long, RenderedParty> _parties = new();
    private readonly ConcurrentDictionary<long, RenderedPlace> _places = new();
    private KeptSources _sources = new(0);

    /// <summary>Those of a position: what a request sees belongs to one moment, and so do the names it shows.</summary>
    public async Task<NamesInView> AtAsync(CasualtyDbContext db, long position, CancellationToken cancellationToken)
    {
        var kept = Volatile.Read(ref _sources);
        if (kept.Position < position)
        {
            // Nothing kept, nothing to ask of the whole ledger.
            var since = kept.Position;
            var isStill = !kept.ById.IsEmpty && !await db.Changes.AnyAsync(
                change => change.Position > since && change.Position <= position && change.Record == RecordKind.Source && change.Kind != ChangeKind.Created, cancellationToken);
            kept = isStill ? kept with { Position = position } : new(position);
            Volatile.Write(ref _sources, kept);
        }

        // A request of an earlier moment than what is kept reads for itself.
        return new(this, kept.Position == position ? kept.ById : new(), ClaimCells.Of(db));
    }

    private sealed record KeptSources(long Position)
    {
        public ConcurrentDictionary<long, RenderedSource> ById { get; init; } = new();
    }

    internal sealed class NamesInView(ClaimNames names, ConcurrentDictionary<long, RenderedSource> sources, ClaimCells cells)
    {
        public RenderedSource Source(long id)
        {
            if (sources.TryGetValue(id, out var known)) return known;
            if (sources.Count > Most) sources.Clear();
            return sources[id] = Render(SourceDirectory.Load(cells, id), id);
        }

        public RenderedParty Party(long id)
        {
            if (names._parties.TryGetValue(id, out var known)) return known;
            if (names._parties.Count > Most) names._parties.Clear();
            var party = cells.Party(id);
            return names._parties[id] = new(Encoded(party.Name), party.Country, Kebab.Of(party.Kind), CsvRow.Field(party.Name));
        }

        public RenderedPlace Place(long id)
        {
            if (names._places.TryGetValue(id, out var known)) return known;
            if (names._places.Count > Most) names._places.Clear();
            var place = cells.Place(id);
            return names._places[id] = new(Encoded(place.Name), place.Country, place.Latitude, place.Longitude, Kebab.Of(place.Precision), CsvRow.Field(place.Name));
        }

        private static RenderedSource Render(SourceDirectory sources, long id)
        {
            var (reference, originator) = (sources.Reference(id), sources.Originator(id));
            return new(reference.Name, Json(reference), Json(sources.Name(id)), Json(originator), CsvRow.Field(reference.Name), CsvRow.Field(originator.Name));
        }

        private static JsonEncodedText Encoded(string name) => JsonEncodedText.Encode(name, ApiJson.Options.Encoder);

        private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Options);
    }
}
