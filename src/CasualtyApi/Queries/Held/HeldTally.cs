using System.Globalization;
using System.Runtime.InteropServices;

namespace CasualtyApi.Queries.Held;

/// <summary>Counts claims by each of their values, and goes on counting as they change.</summary>
internal sealed class HeldTally : IHeldFollower
{
    private readonly string? _dateField;
    private readonly int[] _categories = new int[32], _statuses = new int[32], _certainties = new int[32], _scopes = new int[32];
    private readonly Dictionary<int, int> _months = [];
    private readonly KeptCount _parties, _places, _documents, _claimants, _originators;
    private (int Day, int Month) _lastDay;

    /// <param name="claims">Where they are held.</param>
    /// <param name="dateField">Which date the months are of.</param>
    /// <param name="expected">About how many claims there will be.</param>
    public HeldTally(HeldClaims claims, string? dateField, int expected)
    {
        _dateField = dateField;
        (_parties, _places, _documents) = (new(expected, claims.Last.Party), new(expected, claims.Last.Place), new(expected, claims.Last.Document));
        (_claimants, _originators) = (new(expected / 2, claims.Sources.Last), new(expected / 2, claims.Sources.Last));
    }

    public int Claims { get; private set; }

    public int Size => _parties.Size + _places.Size + _documents.Size + _claimants.Size + _originators.Size;

    public void Add(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits) => Count(claims.Sources, stretch, hits, 1);

    public void Remove(HeldClaims claims, HeldStretch stretch, ReadOnlySpan<ulong> hits) => Count(claims.Sources, stretch, hits, -1);

    /// <summary>What is counted, as it is now.</summary>
    public HeldCounts Counts(HeldNames names, int limit) => new(
        Claims, [.. _categories], [.. _statuses], [.. _certainties], [.. _scopes],
        _parties.Top(limit), _places.Top(limit), _documents.Top(limit), _claimants.Top(limit), _originators.Top(limit),
        [.. names.Parties.Select(party => (party.Country, Claims: _parties[(int)party.Id])).Where(party => party.Claims > 0)
            .GroupBy(party => party.Country, (country, parties) => (country, parties.Sum(party => party.Claims)))],
        [.. _months.Where(month => month.Value > 0).Select(month => (NameOf(month.Key), month.Value))]);

    private static string? NameOf(int month) =>
        month == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}");

    private void Count(HeldSources sources, HeldStretch stretch, ReadOnlySpan<ulong> hits, int one)
    {
        foreach (var at in new HitsAt(hits))
        {
            Claims += one;
            _categories[stretch.Category[at]] += one;
            _statuses[stretch.Status[at]] += one;
            _certainties[stretch.Certainty[at]] += one;
            _scopes[stretch.Scope[at]] += one;
            _parties.Add(stretch.Party[at], one);
            _places.Add(stretch.Place[at], one);
            _documents.Add(stretch.Document[at], one);
            _claimants.Add(sources.Same(stretch.Claimant[at]), one);
            if (stretch.Joint[at] is { } jointly) CountJointly(sources, stretch.Claimant[at], jointly, one);
            _originators.Add(sources.Originator(stretch, at), one);
            CollectionsMarshal.GetValueRefOrAddDefault(_months, MonthOf(stretch.Day(_dateField, at)), out _) += one;
        }
    }

    /// <summary>As in SQL, a claim of two claimants that are the same counts at both.</summary>
    private void CountJointly(HeldSources sources, int first, int[] others, int one)
    {
        foreach (var other in others)
        {
            if (other != first) _claimants.Add(sources.Same(other), one);
        }
    }

    private int MonthOf(int day)
    {
        if (day == 0) return 0;
        if (day == _lastDay.Day) return _lastDay.Month;
        var date = DateOnly.FromDayNumber(day);
        _lastDay = (day, (date.Year * 12) + date.Month - 1);
        return _lastDay.Month;
    }
}

/// <summary>Counts of claims by their values. Terms stand at their numbers; 0 among the ids stands for none.</summary>
internal sealed record HeldCounts(
    int Claims, int[] Categories, int[] Statuses, int[] Certainties, int[] Scopes, HeldTop Parties, HeldTop Places, HeldTop Documents,
    HeldTop Claimants, HeldTop Originators, IReadOnlyList<(string? Country, int Claims)> Countries, IReadOnlyList<(string? Month, int Claims)> Months);
