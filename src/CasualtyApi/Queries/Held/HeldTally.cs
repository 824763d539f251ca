using System.Globalization;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Held;

/// <summary>Counts claims by each of their values. Ids index plain arrays, which is what makes a million claims a matter of milliseconds.</summary>
internal sealed class HeldTally
{
    private readonly HeldSources _sources;
    private readonly string? _dateField;
    private readonly Dictionary<int, int> _monthOfDay = [];
    private (int Day, int Month) _lastDay;

    public HeldTally(HeldClaims claims, string? dateField)
    {
        (_sources, _dateField) = (claims.Sources, dateField);
        (Claimants, Originators) = (new int[_sources.Last + 1], new int[_sources.Last + 1]);
        (Parties, Places, Documents) = (new int[claims.Last.Party + 1], new int[claims.Last.Place + 1], new int[claims.Last.Document + 1]);
    }

    public int Claims { get; private set; }

    public int[] Categories { get; } = new int[Enum.GetValues<CasualtyCategory>().Length];

    public int[] Statuses { get; } = new int[Enum.GetValues<ClaimStatus>().Length];

    public int[] Certainties { get; } = new int[Enum.GetValues<Certainty>().Length];

    public int[] Scopes { get; } = new int[Enum.GetValues<ClaimScope>().Length];

    public int[] Parties { get; }

    /// <summary>At 0, those without a place.</summary>
    public int[] Places { get; }

    public int[] Documents { get; }

    /// <summary>Merged sources as one. At 0, those in the document's own voice.</summary>
    public int[] Claimants { get; }

    /// <summary>Each claim at whom its first claimant speaks for in the end; at 0, where nobody is known.</summary>
    public int[] Originators { get; }

    /// <summary>By year and month, and at 0 those without that date.</summary>
    public Dictionary<int, int> Months { get; } = [];

    public void Add(in HeldClaim claim)
    {
        Claims++;
        Categories[(int)claim.Category]++;
        Statuses[(int)claim.Status]++;
        Certainties[(int)claim.Certainty]++;
        Scopes[(int)claim.Scope]++;
        Parties[claim.PartyId]++;
        Places[claim.PlaceId]++;
        Documents[claim.DocumentId]++;
        Claimants[_sources.Same(claim.ClaimantId)]++;
        if (claim.Jointly is { } jointly) AddJointly(claim.ClaimantId, jointly);
        Originators[claim.ClaimantId > 0 ? _sources.Top(claim.ClaimantId) : _sources.Same(claim.PublisherId)]++;
        var month = MonthOf(claim.Day(_dateField));
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(Months, month, out _)++;
    }

    public static string? NameOf(int month) =>
        month == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}");

    /// <summary>As in SQL, a claim of two claimants that are the same counts at both.</summary>
    private void AddJointly(int first, int[] others)
    {
        foreach (var other in others)
        {
            if (other != first) Claimants[_sources.Same(other)]++;
        }
    }

    private int MonthOf(int day)
    {
        if (day == 0) return 0;
        if (day == _lastDay.Day) return _lastDay.Month;
        if (!_monthOfDay.TryGetValue(day, out var month))
        {
            var date = DateOnly.FromDayNumber(day);
            _monthOfDay[day] = month = (date.Year * 12) + date.Month - 1;
        }

        _lastDay = (day, month);
        return month;
    }
}

/// <summary>Adds each claim it is shown.</summary>
internal readonly struct HeldCounting(HeldTally tally) : IHeldVisitor
{
    public void Visit(in HeldClaim claim) => tally.Add(claim);
}
