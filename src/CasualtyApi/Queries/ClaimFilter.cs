using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries;

/// <summary>Which claims are meant. Filters of different names combine by "and", values of one by "or".</summary>
internal sealed class ClaimFilter
{
    public static readonly QueryList<CasualtyCategory> Category = QueryFields.Choices<CasualtyCategory>(
        "category", "What happened to the people counted.", example: "killed-or-injured");

    public static readonly QueryList<string> Party = QueryFields.Names(
        "party", "Whom it happened to: a party's id or exact name, such as `North Korea`. A name means every kind of people that bears it.");

    public static readonly QueryList<PartyKind> Kind = QueryFields.Choices<PartyKind>(
        "partyKind", "What people they are. `civilians` includes children, women, medics, press and aid-workers; `people` includes all.");

    public static readonly QueryList<string> Country = QueryFields.Countries(
        "country", "The party's country, as ISO 3166-1 alpha-2.", example: "KP");

    public static readonly QueryList<string> Claimant = QueryFields.Names(
        "claimant", "Who claims it: a source's id, exact name or alias, such as `John Kirby`.");

    public static readonly QueryList<string> Document = QueryFields.Names(
        "document", "The document it stands in: its id, exact title, or the SHA-256 of its text.");

    public static readonly QueryList<string> Statement = QueryFields.Names(
        "statement", "The statement it stands in, by id.");

    /// <summary>Null among the values stands for every status.</summary>
    public static readonly QueryList<ClaimStatus?> Status = new(
        "status", "What was decided on its reading. Absent, rejected, superseded and retracted claims are left out; `any` for all.",
        word => word == "any" ? (null, null)
            : Kebab.TryParse<ClaimStatus>(word, out var status) ? (status, null)
            : (null, QueryFields.NotAmong(word, [.. Kebab.All<ClaimStatus>(), "any"])))
    { Words = [.. Kebab.All<ClaimStatus>(), "any"], Default = "candidate,accepted" };

    public static readonly QueryList<Certainty> Certainty = QueryFields.Choices<Certainty>(
        "certainty", "How sure its words are.");

    public static readonly QueryList<ClaimScope> Scope = QueryFields.Choices<ClaimScope>(
        "scope", "The stretch of time or event it counts.");

    public static readonly QueryField<bool> Collapse = QueryFields.Flag(
        "collapse", "Leaves out what says another selected claim again, or is contained in its count. "
        + "Of claims that repeat each other the earliest selected one stands.");

    /// <summary>Every parameter of this filter, for the table of each list of claims.</summary>
    public static readonly IReadOnlyList<QueryField> Fields =
        [Category, Party, Kind, Country, Claimant, Document, Statement, Status, Certainty, Scope, Collapse];

    private static readonly PartyKind[] WithinCivilians =
        [PartyKind.Civilians, PartyKind.Children, PartyKind.Women, PartyKind.Medics, PartyKind.Press, PartyKind.AidWorkers];

    private readonly QueryValues _query;
    private IReadOnlyList<long> _parties = [], _claimants = [], _documents = [], _statements = [];

    private ClaimFilter(QueryValues query) => _query = query;

    /// <summary>Looks the names up; the problem is that of a name nothing bears.</summary>
    public static async Task<(ClaimFilter Filter, BadRequestProblem? Problem)> ReadAsync(
        QueryValues query, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var filter = new ClaimFilter(query);
        (filter._parties, var party) = await NameFilter.Party.ReadAsync(query, Party, db, cancellationToken);
        (filter._claimants, var claimant) = await NameFilter.Source.ReadAsync(query, Claimant, db, cancellationToken);
        (filter._documents, var document) = await NameFilter.Document.ReadAsync(query, Document, db, cancellationToken);
        (filter._statements, var statement) = await NameFilter.Statement.ReadAsync(query, Statement, db, cancellationToken);
        return (filter, party ?? claimant ?? document ?? statement);
    }

    public IQueryable<Claim> Of(CasualtyDbContext db)
    {
        var selected = ByPlaceInLedger(ByPeople(ByWords(db.Claims.AsNoTracking())), db);
        return _query.Get(Collapse) ? Collapsed(selected) : selected;
    }

    private IQueryable<Claim> ByWords(IQueryable<Claim> claims)
    {
        var (categories, certainties, scopes) = (_query.Get(Category), _query.Get(Certainty), _query.Get(Scope));
        IReadOnlyList<ClaimStatus?> statuses = _query.Has(Status) ? _query.Get(Status) : [ClaimStatus.Candidate, ClaimStatus.Accepted];
        var decided = statuses.OfType<ClaimStatus>().ToList();
        return claims
            .WhereIf(categories.Count > 0, claim => categories.Contains(claim.Category))
            .WhereIf(certainties.Count > 0, claim => certainties.Contains(claim.Certainty))
            .WhereIf(scopes.Count > 0, claim => scopes.Contains(claim.Scope))
            .WhereIf(!statuses.Contains(null), claim => decided.Contains(claim.Status));
    }

    private IQueryable<Claim> ByPeople(IQueryable<Claim> claims)
    {
        var (kinds, countries) = (Within(_query.Get(Kind)), _query.Get(Country));
        return claims
            .WhereIf(_parties.Count > 0, claim => _parties.Contains(claim.PartyId))
            .WhereIf(kinds.Count > 0, claim => kinds.Contains(claim.Party!.Kind))
            .WhereIf(countries.Count > 0, claim => countries.Contains(claim.Party!.Country!));
    }

    private IQueryable<Claim> ByPlaceInLedger(IQueryable<Claim> claims, CasualtyDbContext db) => claims
        .WhereIf(_documents.Count > 0, claim => _documents.Contains(claim.DocumentId))
        .WhereIf(_statements.Count > 0, claim => _statements.Contains(claim.StatementId))
        .WhereIf(_claimants.Count > 0, claim => claim.Claimants.Any(claimant =>
            _claimants.Contains(claimant.SourceId)
            || db.Sources.Any(source => source.Id == claimant.SourceId && _claimants.Contains(source.MergedIntoId!.Value))));

    /// <summary>Links lead to the first claim of their kind, never to a link, so one step finds every claim of a group.</summary>
    private static IQueryable<Claim> Collapsed(IQueryable<Claim> selected) => selected
        .Where(claim => claim.RepeatsClaimId == null || !selected.Any(other =>
            other.Id == claim.RepeatsClaimId || (other.RepeatsClaimId == claim.RepeatsClaimId && other.Id < claim.Id)))
        .Where(claim => claim.PartOfClaimId == null || !selected.Any(whole => whole.Id == claim.PartOfClaimId));

    private static List<PartyKind> Within(IReadOnlyList<PartyKind> kinds) =>
        kinds.Contains(PartyKind.People) ? []
        : kinds.Contains(PartyKind.Civilians) ? [.. kinds.Union(WithinCivilians)]
        : [.. kinds];
}
