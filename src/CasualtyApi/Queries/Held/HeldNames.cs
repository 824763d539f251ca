using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Held;

/// <summary>A party, as filters and facets need it.</summary>
internal sealed record HeldParty(long Id, string Name, string? Country, PartyKind Kind);

/// <summary>A place, as filters and facets need it.</summary>
internal sealed record HeldPlace(long Id, string Name, string? Country, PlacePrecision Precision, double? Latitude, double? Longitude)
{
    /// <summary>Whether it is known closely and lies within a box.</summary>
    public bool IsIn(BoundingBox box) => Precision is PlacePrecision.Exact or PlacePrecision.City
        && Latitude >= box.South && Latitude <= box.North
        && (box.CrossesAntimeridian ? Longitude >= box.West || Longitude <= box.East : Longitude >= box.West && Longitude <= box.East);
}

/// <summary>All parties and places, by their ids. They never change; more come.</summary>
internal sealed class HeldNames(IReadOnlyList<HeldParty?> parties, IReadOnlyList<HeldPlace?> places)
{
    public static readonly HeldNames None = new([null], [null]);

    public IEnumerable<HeldParty> Parties => parties.OfType<HeldParty>();

    public IEnumerable<HeldPlace> Places => places.OfType<HeldPlace>();

    public HeldParty? Party(long id) => id < parties.Count ? parties[(int)id] : null;

    public HeldPlace? Place(long id) => id < places.Count ? places[(int)id] : null;

    /// <summary>The same, and what came since.</summary>
    public async Task<HeldNames> WithNewAsync(CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var (lastParty, lastPlace) = (parties.Count - 1, places.Count - 1);
        var people = await db.Parties.Where(party => party.Id > lastParty).OrderBy(party => party.Id)
            .Select(party => new HeldParty(party.Id, party.Name, party.Country, party.Kind)).ToListAsync(cancellationToken);
        var located = await db.Places.Where(place => place.Id > lastPlace).OrderBy(place => place.Id)
            .Select(place => new HeldPlace(place.Id, place.Name, place.Country, place.Precision, place.Latitude, place.Longitude)).ToListAsync(cancellationToken);
        return people.Count + located.Count == 0 ? this : new(With(parties, people, party => party.Id), With(places, located, place => place.Id));
    }

    private static List<T?> With<T>(IReadOnlyList<T?> known, List<T> more, Func<T, long> id) where T : class
    {
        var all = known.ToList();
        foreach (var one in more)
        {
            while (all.Count < id(one)) all.Add(null);
            all.Add(one);
        }

        return all;
    }
}
