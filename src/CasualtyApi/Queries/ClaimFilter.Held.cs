using CasualtyApi.Http;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries;

/// <summary>The same filter over what is held in memory.</summary>
internal sealed partial class ClaimFilter
{
    /// <summary>As the claims of the same moment answer it; null for a search, which they cannot.</summary>
    public HeldFilter? Held(HeldClaims claims) => Search is not null ? null : HeldBeside(claims);

    /// <summary>Every filter but the search.</summary>
    public HeldFilter HeldBeside(HeldClaims claims) => new()
    {
        Statuses = !_query.Has(Status) ? HeldFilter.Mask(Usual)
            : _query.Get(Status).Contains(null) ? HeldFilter.All<ClaimStatus>()
            : HeldFilter.Mask([.. _query.Get(Status).OfType<ClaimStatus>()]),
        Categories = HeldFilter.Mask(_query.Get(Category)),
        Certainties = HeldFilter.Mask(_query.Get(Certainty)),
        Scopes = HeldFilter.Mask(_query.Get(Scope)),
        Parties = HeldParties(claims.Names),
        Blamed = Ids(Blamed, _blamed),
        Places = HeldPlaces(claims.Names),
        Documents = Ids(Document, _documents),
        Statements = Ids(Statement, _statements),
        Causes = _query.Has(Cause) ? new(_query.Get(Cause).Select(claims.Words.Find).Where(cause => cause > 0)) : null,
        Claimants = _query.Has(Claimant) ? new(claims.Sources.SameAs(_claimants.Select(id => (int)id))) : null,
        Countrymen = _query.Has(ClaimantCountry) ? new(claims.Sources.Of(_query.Get(ClaimantCountry))) : null,
        Originators = _query.Has(Originator) ? new(_originators.Select(id => claims.Sources.Same((int)id))) : null,
        MinLow = _query.Get(MinLow),
        MaxHigh = _query.Get(MaxHigh),
        UpdatedSince = _query.Has(UpdatedSince) ? _query.Get(UpdatedSince) : null,
        DateField = IsDated ? _query.Get(DateField) ?? Published : null,
        From = _query.Get(From)?.DayNumber,
        To = _query.Get(To)?.DayNumber,
        IsCollapsed = _isCollapsed,
    };

    /// <summary>How many match but for having no date of the kind meant; null where no date is asked for, or no counting.</summary>
    public async Task<int?> CountUndatedAsync(CasualtyDbContext db, HeldClaims? known, HeldViews views, CancellationToken cancellationToken) =>
        !IsDated || _query.Get(PageFields.Total) == "none" ? null
        : known is not null ? views.Count(known, HeldWhole(known, db) with { IsUndated = true })
        : await WithoutDate(db).CountAsync(cancellationToken);

    /// <summary>The same with the first of them by id; null where no date is asked for.</summary>
    /// <param name="listed">How many of them.</param>
    public async Task<Undated?> UndatedAsync(CasualtyDbContext db, HeldClaims? known, int listed, CancellationToken cancellationToken)
    {
        if (!IsDated) return null;
        if (known is null) return new(await WithoutDate(db).CountAsync(cancellationToken), await WithoutDate(db).OrderBy(claim => claim.Id).Select(claim => claim.Id).Take(listed).ToListAsync(cancellationToken));
        var finding = new FindingUndated(listed, []);
        known.Each(HeldWhole(known, db) with { IsUndated = true }, ref finding);
        return new(finding.Count, finding.First);
    }

    /// <summary>The same for a search, too: the index finds what matches.</summary>
    public HeldFilter HeldWhole(HeldClaims claims, CasualtyDbContext db) => Search is null ? HeldBeside(claims)
        : HeldBeside(claims) with { Only = new(Search.Newest(claims, db).Where(id => id > 0)) };

    private HeldIds? HeldParties(HeldNames names)
    {
        var (kinds, countries) = (Within(_query.Get(Kind)), _query.Get(Country));
        return kinds.Count + countries.Count == 0 ? Ids(Party, _parties) : new(names.Parties
            .Where(party => (_parties.Count == 0 || _parties.Contains(party.Id)) && (kinds.Count == 0 || kinds.Contains(party.Kind))
                && (countries.Count == 0 || countries.Contains(party.Country!)))
            .Select(party => (int)party.Id));
    }

    private HeldIds? HeldPlaces(HeldNames names)
    {
        var (countries, box) = (_query.Get(PlaceCountry), _query.Get(Box));
        return countries.Count == 0 && box is null ? Ids(Place, _places) : new(names.Places
            .Where(place => (_places.Count == 0 || _places.Contains(place.Id)) && (countries.Count == 0 || countries.Contains(place.Country!))
                && (box is null || place.IsIn(box)))
            .Select(place => (int)place.Id));
    }

    private HeldIds? Ids(QueryField asked, IReadOnlyList<long> ids) => _query.Has(asked) ? new(ids.Select(id => (int)id)) : null;

    private struct FindingUndated(int listed, List<long> first) : IHeldVisitor
    {
        public int Count { get; private set; }

        public readonly List<long> First => first;

        public void Visit(HeldStretch stretch, ReadOnlySpan<ulong> hits)
        {
            Count += Hits.Count(hits);
            foreach (var at in new HitsAt(hits))
            {
                if (first.Count == listed) break;
                first.Add(stretch.Id[at]);
            }
        }
    }
}

/// <summary>Claims that would be selected if they had the date that was asked for.</summary>
/// <param name="Count">All of them.</param>
/// <param name="First">The first by id.</param>
internal sealed record Undated(int Count, IReadOnlyList<long> First);
