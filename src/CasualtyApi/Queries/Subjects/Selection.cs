using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
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

    // What many claims share is made once: of a hundred thousand claims little else than themselves is left to hold.
    private readonly Dictionary<long, SubjectParty> _partyNames = [];
    private readonly Dictionary<long, SubjectPlace> _placeNames = [];
    private readonly Dictionary<long, Originator> _originators = [];
    private readonly Dictionary<long, IReadOnlyList<SourceName>> _speakers = [];
    private readonly Dictionary<(long Voice, long Party, long? Blamed), Stance> _stances = [];

    private Selection(Dictionary<long, Party> parties, Dictionary<long, Place> places, SourceDirectory sources) =>
        (_parties, _places, _sources) = (parties, places, sources);

    public static async Task<IReadOnlyList<SelectedClaim>> ReadAsync(
        IQueryable<Claim> selected, CasualtyDbContext db, CancellationToken cancellationToken) =>
        await OfAsync(await selected.OrderBy(claim => claim.Id).Select(SelectedRow.Projection(db)).ToListAsync(cancellationToken), db, null, cancellationToken);

    /// <param name="rows">The claims.</param>
    /// <param name="db">Where what they share is read.</param>
    /// <param name="kept">What of it was read before, at the same moment.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<SelectedClaim>> OfAsync(
        List<SelectedRow> rows, CasualtyDbContext db, HeldRecords? kept, CancellationToken cancellationToken)
    {
        var partyIds = rows.Select(row => (long?)row.PartyId).Concat(rows.Select(row => row.BlamedId)).OfType<long>().Distinct();
        var placeIds = rows.Select(row => row.PlaceId).OfType<long>().Distinct();
        var selection = new Selection(
            await (kept?.Parties).OfAsync(
                partyIds, missing => db.Parties.AsNoTracking().Where(party => EF.Parameter(missing).Contains(party.Id)).ToListAsync(cancellationToken), party => party.Id),
            await (kept?.Places).OfAsync(
                placeIds, missing => db.Places.AsNoTracking().Where(place => EF.Parameter(missing).Contains(place.Id)).ToListAsync(cancellationToken), place => place.Id),
            await SourceDirectory.LoadAsync(db, rows.SelectMany(row => row.VoiceIds), cancellationToken, kept));
        return rows.ConvertAll(selection.Claim);
    }

    private SelectedClaim Claim(SelectedRow row) => new()
    {
        Id = row.Id,
        DocumentId = row.DocumentId,
        Start = row.Start,
        PublishedAt = row.PublishedAt,
        Party = PartyOf(row.PartyId),
        Category = row.Category,
        MixedOf = row.MixedOf,
        Relation = row.Relation,
        Low = row.Low,
        High = row.High,
        Scope = row.Scope,
        Period = Period(row),
        Place = row.PlaceId is { } place ? PlaceOf(place) : null,
        Certainty = row.Certainty,
        Status = row.Status,
        Claimants = ClaimantsOf(row),
        Originator = OriginatorOf(row),
        Stance = StanceOf(row),
        Repeats = row.Repeats,
        PartOf = row.PartOf,
        Updates = row.Updates,
    };

    private SubjectParty PartyOf(long id)
    {
        if (_partyNames.TryGetValue(id, out var known)) return known;
        var party = _parties[id];
        return _partyNames[id] = new(party.Id, party.Name, party.Kind);
    }

    private SubjectPlace PlaceOf(long id)
    {
        if (_placeNames.TryGetValue(id, out var known)) return known;
        var place = _places[id];
        return _placeNames[id] = new(place.Id, place.Name, place.Country, place.Precision);
    }

    private IReadOnlyList<SourceName> ClaimantsOf(SelectedRow row) => row.ClaimantIds switch
    {
        [] => [],
        [var only] => _speakers.TryGetValue(only, out var known) ? known : _speakers[only] = [_sources.Name(only)],
        var several => [.. several.Select(_sources.Name)],
    };

    private Stance StanceOf(SelectedRow row)
    {
        if (row.VoiceIds is not [var voice]) return Stances.Of([.. row.VoiceIds.SelectMany(_sources.Chain)], _parties[row.PartyId], BlamedOf(row));
        var key = (voice, row.PartyId, row.BlamedId);
        return _stances.TryGetValue(key, out var known) ? known : _stances[key] = Stances.Of(_sources.Chain(voice), _parties[row.PartyId], BlamedOf(row));
    }

    private Party? BlamedOf(SelectedRow row) => row.BlamedId is { } blamed ? _parties[blamed] : null;

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
}
