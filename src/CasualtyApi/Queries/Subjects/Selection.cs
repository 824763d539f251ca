using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Subjects;

/// <summary>
/// Reads what a filter selects, in the order of the ids: one query for the claims, one each for the parties and places they
/// share, and one for each step up the affiliations of their sources.
/// </summary>
internal sealed class Selection
{
    private readonly Dictionary<long, Party> _parties;
    private readonly Dictionary<long, Place> _places;
    private readonly SourceDirectory _sources;
    private readonly Dictionary<long, Originator> _originators = [];

    private Selection(Dictionary<long, Party> parties, Dictionary<long, Place> places, SourceDirectory sources) =>
        (_parties, _places, _sources) = (parties, places, sources);

    public static async Task<IReadOnlyList<SelectedClaim>> ReadAsync(
        IQueryable<Claim> selected, CasualtyDbContext db, CancellationToken cancellationToken) =>
        await OfAsync(await selected.OrderBy(claim => claim.Id).Select(SelectedRow.Projection).ToListAsync(cancellationToken), db, null, cancellationToken);

    /// <param name="rows">The claims.</param>
    /// <param name="db">Where what they share is read.</param>
    /// <param name="kept">What of it was read before, at the same moment.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<SelectedClaim>> OfAsync(
        List<SelectedRow> rows, CasualtyDbContext db, HeldRecords? kept, CancellationToken cancellationToken)
    {
        var partyIds = rows.SelectMany(row => new[] { row.PartyId, row.BlamedId }).OfType<long>().Distinct();
        var placeIds = rows.Select(row => row.PlaceId).OfType<long>().Distinct();
        var selection = new Selection(
            await (kept?.Parties).OfAsync(
                partyIds, missing => db.Parties.AsNoTracking().Where(party => EF.Parameter(missing).Contains(party.Id)).ToListAsync(cancellationToken), party => party.Id),
            await (kept?.Places).OfAsync(
                placeIds, missing => db.Places.AsNoTracking().Where(place => EF.Parameter(missing).Contains(place.Id)).ToListAsync(cancellationToken), place => place.Id),
            await SourceDirectory.LoadAsync(db, rows.SelectMany(row => row.VoiceIds), cancellationToken, kept));
        return rows.ConvertAll(selection.Claim);
    }

    private SelectedClaim Claim(SelectedRow row)
    {
        var party = _parties[row.PartyId];
        var chains = row.VoiceIds.Select(_sources.Chain).ToList();
        return new()
        {
            Id = row.Id,
            DocumentId = row.DocumentId,
            Start = row.Start,
            PublishedAt = row.PublishedAt,
            Party = new(party.Id, party.Name, party.Kind),
            Category = row.Category,
            MixedOf = row.MixedOf,
            Relation = row.Relation,
            Low = row.Low,
            High = row.High,
            Scope = row.Scope,
            Period = Period(row),
            Place = row.PlaceId is { } place ? Place(_places[place]) : null,
            Certainty = row.Certainty,
            Status = row.Status,
            Claimants = row.ClaimantIds.ConvertAll(_sources.Name),
            Originator = OriginatorOf(row),
            Stance = Stances.Of([.. chains.SelectMany(chain => chain)], party, row.BlamedId is { } blamed ? _parties[blamed] : null),
            Repeats = row.Repeats,
            PartOf = row.PartOf,
            Updates = row.Updates,
        };
    }

    // A publisher is an originator itself: what a paper says in its own voice is its own, whomever it belongs to.
    private Originator OriginatorOf(SelectedRow row)
    {
        if (row.VoiceIds is not [var voice, ..]) return Originator.Unpublished(row.DocumentId);
        var chain = _sources.Chain(voice);
        var top = row.ClaimantIds.Count > 0 ? chain[^1] : chain[0];
        return _originators.TryGetValue(top.Id, out var known)
            ? known
            : _originators[top.Id] = new(top.Id, null, top.Name, top.Kind, top.Reliability);
    }

    private static SubjectPeriod? Period(SelectedRow row) =>
        row is { PeriodText: null, PeriodStart: null, PeriodEnd: null } ? null : new(row.PeriodText, row.PeriodStart, row.PeriodEnd);

    private static SubjectPlace Place(Place place) => new(place.Id, place.Name, place.Country, place.Precision);
}
