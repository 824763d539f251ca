using CasualtyApi.Http;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries;

/// <summary>Which claims are meant. Filters of different names combine by "and", values of one by "or".</summary>
internal sealed partial class ClaimFilter
{
    private static readonly PartyKind[] WithinCivilians =
        [PartyKind.Civilians, PartyKind.Children, PartyKind.Women, PartyKind.Medics, PartyKind.Press, PartyKind.AidWorkers];

    private readonly QueryValues _query;
    private IReadOnlyList<long> _parties = [], _blamed = [], _places = [], _documents = [], _statements = [];
    private IReadOnlyList<long> _claimants = [], _countrymen = [], _originators = [], _originating = [], _publishers = [];

    private static readonly ClaimStatus[] Usual = [ClaimStatus.Candidate, ClaimStatus.Accepted];

    private bool _isCollapsed;

    private ClaimFilter(QueryValues query) => (_query, _isCollapsed) = (query, query.Get(Collapse));

    /// <summary>
    /// The same before anything is collapsed, for who does so in a step of its own: what is collapsed before can be told no more, neither why it is not
    /// used nor which place or period the claim that stands takes from it.
    /// </summary>
    public ClaimFilter Uncollapsed()
    {
        var filter = (ClaimFilter)MemberwiseClone();
        filter._isCollapsed = false;
        return filter;
    }

    /// <summary>The words looked for; null where none are.</summary>
    public Search? Search { get; private set; }

    /// <summary>Whether claims without the date meant are left out.</summary>
    public bool IsDated => _query.Has(From) || _query.Has(To);

    /// <summary>Looks the names up; the problem is that of a name nothing bears, or of filters that contradict each other.</summary>
    /// <param name="query">What was asked for.</param>
    /// <param name="db">Where names are looked up.</param>
    /// <param name="known">The claims of the same moment, where they are held: they know most ids without a query.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    public static async Task<(ClaimFilter Filter, BadRequestProblem? Problem)> ReadAsync(
        QueryValues query, CasualtyDbContext db, HeldClaims? known, CancellationToken cancellationToken)
    {
        var filter = new ClaimFilter(query);
        (filter._parties, var party) = await NameFilter.Party.ReadAsync(query, Party, db, known, cancellationToken);
        (filter._blamed, var blamed) = await NameFilter.Party.ReadAsync(query, Blamed, db, known, cancellationToken);
        (filter._places, var place) = await NameFilter.Place.ReadAsync(query, Place, db, known, cancellationToken);
        (filter._documents, var document) = await NameFilter.Document.ReadAsync(query, Document, db, known, cancellationToken);
        (filter._statements, var statement) = await NameFilter.Statement.ReadAsync(query, Statement, db, known, cancellationToken);
        (var claimants, var claimant) = await NameFilter.Source.ReadAsync(query, Claimant, db, known, cancellationToken);
        (filter._originators, var originator) = await NameFilter.Source.ReadAsync(query, Originator, db, known, cancellationToken);
        filter.Search = await Search.ReadAsync(query, Words, RecordKind.Claim, db, cancellationToken);
        filter._claimants = known is null ? await SourceFamily.SameAsync(db, claimants, cancellationToken)
            : [.. known.Sources.SameAs(claimants.Select(id => (int)id)).Select(id => (long)id)];
        filter._countrymen = query.Has(ClaimantCountry) ? await SourceFamily.OfAsync(db, query.Get(ClaimantCountry), cancellationToken) : [];
        filter._originating = await SourceFamily.OriginatingInAsync(db, filter._originators, cancellationToken);
        filter._publishers = await SourceFamily.SameAsync(db, filter._originators, cancellationToken);
        return (filter, Contradiction(query) ?? party ?? blamed ?? place ?? document ?? statement ?? claimant ?? originator);
    }

    public IQueryable<Claim> Of(CasualtyDbContext db) => Whole(ByDate(Undated(Found(db), db)));

    /// <summary>Those of them that the search finds by some of its states. What is collapsed is so over the whole selection.</summary>
    public IQueryable<Claim> Of(CasualtyDbContext db, long from = 0, long below = long.MaxValue) => _isCollapsed
        ? Search!.Of(Of(db), db, from, below)
        : ByDate(Undated(Search!.Of(db.Claims.AsNoTracking(), db, from, below), db));

    /// <summary>Those that match but for having no date of the kind meant. None where no date is asked for.</summary>
    public IQueryable<Claim> WithoutDate(CasualtyDbContext db) => Whole(_query.Get(DateField) switch
    {
        Received => Undated(Found(db), db).Where(_ => false),
        Occurred => Undated(Found(db), db).WithoutDay(),
        _ => Undated(Found(db), db).Unpublished(),
    });

    private static BadRequestProblem? Contradiction(QueryValues query) =>
        query.Get(From) > query.Get(To)
            ? BadRequestProblem.BadValue("from", $"{query.Get(From):yyyy-MM-dd} is after 'to', {query.Get(To):yyyy-MM-dd}: nothing lies between. Exchange them.")
        : query.Get(MinLow) > query.Get(MaxHigh)
            ? BadRequestProblem.BadValue("minLow", $"{query.Get(MinLow)} is above 'maxHigh', {query.Get(MaxHigh)}: no count is both. Exchange them.")
        : null;

    private IQueryable<Claim> Whole(IQueryable<Claim> selected) => _isCollapsed ? Collapsed(selected) : selected;

    /// <summary>Every filter but the dates.</summary>
    private IQueryable<Claim> Undated(IQueryable<Claim> claims, CasualtyDbContext db) =>
        ByClaimant(ByPlace(ByPeople(ByCount(ByTerms(claims)))), db);

    private IQueryable<Claim> Found(CasualtyDbContext db) => Search is null ? db.Claims.AsNoTracking() : Search.Of(db.Claims.AsNoTracking(), db);

    private IQueryable<Claim> ByDate(IQueryable<Claim> claims) => _query.Get(DateField) switch
    {
        Received => claims.ReceivedWithin(_query.Get(From), _query.Get(To)),
        Occurred => claims.OccurredWithin(_query.Get(From), _query.Get(To)),
        _ => claims.PublishedWithin(_query.Get(From), _query.Get(To)),
    };

    private IQueryable<Claim> ByTerms(IQueryable<Claim> claims)
    {
        var (categories, causes, certainties, scopes) = (_query.Get(Category), _query.Get(Cause), _query.Get(Certainty), _query.Get(Scope));
        IReadOnlyList<ClaimStatus?> statuses = _query.Has(Status) ? _query.Get(Status) : [ClaimStatus.Candidate, ClaimStatus.Accepted];
        var decided = statuses.OfType<ClaimStatus>().ToList();
        return claims
            .WhereIf(categories.Count > 0, claim => categories.Contains(claim.Category))
            .WhereIf(causes.Count > 0, claim => causes.Contains(claim.Cause!))
            .WhereIf(certainties.Count > 0, claim => certainties.Contains(claim.Certainty))
            .WhereIf(scopes.Count > 0, claim => scopes.Contains(claim.Scope))
            .WhereIf(!statuses.Contains(null), claim => decided.Contains(claim.Status));
    }

    private IQueryable<Claim> ByCount(IQueryable<Claim> claims)
    {
        var (least, most, since) = (_query.Get(MinLow), _query.Get(MaxHigh), _query.Get(UpdatedSince));
        return claims
            .WhereIf(least is not null, claim => claim.Low >= least)
            .WhereIf(most is not null, claim => claim.High <= most)
            .WhereIf(_query.Has(UpdatedSince), claim => claim.UpdatedAt >= since);
    }

    private IQueryable<Claim> ByPeople(IQueryable<Claim> claims)
    {
        var (kinds, countries) = (Within(_query.Get(Kind)), _query.Get(Country));
        return claims
            .WhereIf(_parties.Count > 0, claim => _parties.Contains(claim.PartyId))
            .WhereIf(_blamed.Count > 0, claim => _blamed.Contains(claim.BlamedId!.Value))
            .WhereIf(kinds.Count > 0, claim => kinds.Contains(claim.Party!.Kind))
            .WhereIf(countries.Count > 0, claim => countries.Contains(claim.Party!.Country!));
    }

    private IQueryable<Claim> ByPlace(IQueryable<Claim> claims)
    {
        var (countries, box) = (_query.Get(PlaceCountry), _query.Get(Box));
        return claims
            .WhereIf(_documents.Count > 0, claim => _documents.Contains(claim.DocumentId))
            .WhereIf(_statements.Count > 0, claim => _statements.Contains(claim.StatementId))
            .WhereIf(_places.Count > 0, claim => _places.Contains(claim.PlaceId!.Value))
            .WhereIf(countries.Count > 0, claim => countries.Contains(claim.Place!.Country!))
            .WhereIf(box is not null, claim =>
                (claim.Place!.Precision == PlacePrecision.Exact || claim.Place.Precision == PlacePrecision.City)
                && claim.Place.Latitude >= box!.South && claim.Place.Latitude <= box.North)
            .WhereIf(box is { CrossesAntimeridian: false }, claim => claim.Place!.Longitude >= box!.West && claim.Place.Longitude <= box.East)
            .WhereIf(box is { CrossesAntimeridian: true }, claim => claim.Place!.Longitude >= box!.West || claim.Place.Longitude <= box.East);
    }

    private IQueryable<Claim> ByClaimant(IQueryable<Claim> claims, CasualtyDbContext db) => claims
        .WhereIf(_query.Has(Claimant), claim => db.ClaimClaimants.Where(claimant => EF.Parameter(_claimants).Contains(claimant.SourceId))
            .Select(claimant => claimant.ClaimId).Contains(claim.Id))
        .WhereIf(_query.Has(Originator), claim =>
            claim.Claimants.Any(claimant => claimant.Ordinal == 0 && EF.Parameter(_originating).Contains(claimant.SourceId))
            || (!claim.Claimants.Any() && EF.Parameter(_publishers).Contains(claim.Document!.PublisherId!.Value)))
        .WhereIf(_query.Has(ClaimantCountry), claim => claim.Claimants.Any(claimant => EF.Parameter(_countrymen).Contains(claimant.SourceId)));

    /// <summary>
    /// Links lead to the first claim of their kind, never to a link, so one step finds every claim of a group. Of one whose first claim is not selected
    /// that stands which was published first, then by document, then by place in it. What was rejected hides nothing.
    /// </summary>
    private static IQueryable<Claim> Collapsed(IQueryable<Claim> selected)
    {
        var standing = selected.Where(claim => Usual.Contains(claim.Status));
        return selected
            .Where(claim => claim.RepeatsClaimId == null || !standing.Any(other => other.Id == claim.RepeatsClaimId || (other.RepeatsClaimId == claim.RepeatsClaimId
                && ((other.PublishedAt ?? DateOnly.MaxValue) < (claim.PublishedAt ?? DateOnly.MaxValue) || ((other.PublishedAt ?? DateOnly.MaxValue) == (claim.PublishedAt ?? DateOnly.MaxValue)
                    && (other.DocumentId < claim.DocumentId || (other.DocumentId == claim.DocumentId && (other.Start < claim.Start || (other.Start == claim.Start && other.Id < claim.Id)))))))))
            .Where(claim => claim.PartOfClaimId == null || !standing.Any(whole => whole.Id == claim.PartOfClaimId || whole.RepeatsClaimId == claim.PartOfClaimId));
    }

    private static List<PartyKind> Within(IReadOnlyList<PartyKind> kinds) =>
        kinds.Contains(PartyKind.People) ? []
        : kinds.Contains(PartyKind.Civilians) ? [.. kinds.Union(WithinCivilians)]
        : [.. kinds];
}
