using System.Globalization;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Held;

/// <summary>A filter as what is held in memory answers it: names are ids, and terms are bits. Null lets everything through.</summary>
internal sealed record HeldFilter
{
    public int Categories { get; init; } = All<CasualtyCategory>();

    public int Statuses { get; init; } = All<ClaimStatus>();

    public int Certainties { get; init; } = All<Certainty>();

    public int Scopes { get; init; } = All<ClaimScope>();

    /// <summary>Only these claims; such a filter is asked once and not kept.</summary>
    public HeldIds? Only { get; init; }

    public HeldIds? Parties { get; init; }

    public HeldIds? Blamed { get; init; }

    public HeldIds? Places { get; init; }

    public HeldIds? Documents { get; init; }

    public HeldIds? Statements { get; init; }

    public HeldIds? Causes { get; init; }

    /// <summary>Who claims it, alone or jointly.</summary>
    public HeldIds? Claimants { get; init; }

    /// <summary>Who claims it, by the country they belong to.</summary>
    public HeldIds? Countrymen { get; init; }

    /// <summary>Whom its claimant speaks for in the end, or its publisher.</summary>
    public HeldIds? Originators { get; init; }

    public long? MinLow { get; init; }

    public long? MaxHigh { get; init; }

    public long? UpdatedSince { get; init; }

    /// <summary>Which day `From` and `To` are of.</summary>
    public string? DateField { get; init; }

    /// <summary>The number of a day.</summary>
    public int? From { get; init; }

    public int? To { get; init; }

    /// <summary>Only those that have no such day.</summary>
    public bool IsUndated { get; init; }

    /// <summary>Leaves out what another selected claim says again, or contains.</summary>
    public bool IsCollapsed { get; init; }

    /// <summary>The same filter is the same string.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture,
        $"{Categories};{Statuses};{Certainties};{Scopes};{Parties};{Blamed};{Places};{Documents};{Statements};{Causes};{Claimants};{Countrymen};{Originators};{MinLow};{MaxHigh};{UpdatedSince};{DateField};{From};{To};{IsUndated};{IsCollapsed}:{Given}");

    public static int All<TTerm>() where TTerm : struct, Enum => (1 << Enum.GetValues<TTerm>().Length) - 1;

    /// <summary>All terms where none is given.</summary>
    public static int Mask<TTerm>(IReadOnlyList<TTerm> terms) where TTerm : struct, Enum =>
        terms.Count == 0 ? All<TTerm>() : terms.Aggregate(0, (mask, term) => mask | 1 << Convert.ToInt32(term, CultureInfo.InvariantCulture));

    // An empty set selects nothing, and no set everything.
    private string Given => string.Concat(new[] { Parties, Blamed, Places, Documents, Statements, Causes, Claimants, Countrymen, Originators }.Select(ids => ids is null ? '-' : '+'));
}
