using CasualtyApi.Store;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Held;

/// <summary>Every source, by its id: its name, which it was found to be, and whom it speaks for in the end.</summary>
internal sealed class HeldSources
{
    // What is added to them is beyond what others look at.
    private readonly Dictionary<long, (long? Affiliation, long? MergedInto)> _steps;
    private int[] _same, _tops;
    private string?[] _names;
    private ushort[] _countries;
    private Dictionary<int, IReadOnlyList<int>> _merged;

    private HeldSources(int generation) =>
        (Generation, Records, _steps, _merged, _same, _tops, _names, _countries) = (generation, new(), [], [], [0], [0], [null], [0]);

    private HeldSources(HeldSources known) =>
        (Generation, Records, Last, _steps, _merged, _same, _tops, _names, _countries) =
        (known.Generation, known.Records, known.Last, known._steps, known._merged, known._same, known._tops, known._names, known._countries);

    public static HeldSources None { get; } = new(0);

    /// <summary>Another number once a known source was changed: what was counted by sources before is not true any more.</summary>
    public int Generation { get; }

    public HeldRecords Records { get; }

    public int Last { get; private set; }

    public int Same(int id) => _same[id];

    public string? Name(int id) => _names[id];

    /// <summary>Whom a claim's first claimant speaks for in the end; of the document's own voice, its publisher. 0 where nobody is known.</summary>
    public int Originator(HeldStretch stretch, int at) => stretch.Claimant[at] is > 0 and var claimant ? _tops[claimant] : _same[stretch.Publisher[at]];

    /// <summary>All that were found to be the same as one of these, these included.</summary>
    public IEnumerable<int> SameAs(IEnumerable<int> ids) => ids.Select(Same).Distinct().SelectMany(same => _merged.GetValueOrDefault(same, []).Append(same));

    /// <summary>All that belong to one of some countries, with those found to be the same.</summary>
    public IEnumerable<int> Of(IEnumerable<string> countries) => SameAs(countries.SelectMany(country => OfCountry(Code(country))).Where(id => Same(id) == id));

    /// <param name="generation">Another than before.</param>
    public static async Task<HeldSources> LoadAsync(CasualtyDbContext db, int generation, CancellationToken cancellationToken)
    {
        var sources = new HeldSources(generation);
        await sources.AddAsync(db, 0, cancellationToken);
        return sources;
    }

    /// <summary>The same with those that came after; a source that is known does not change by that.</summary>
    public async Task<HeldSources> WithNewAsync(CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var sources = new HeldSources(this);
        await sources.AddAsync(db, Last, cancellationToken);
        return sources;
    }

    private async Task AddAsync(CasualtyDbContext db, int after, CancellationToken cancellationToken)
    {
        var found = await db.Sources.Where(source => source.Id > after).OrderBy(source => source.Id)
            .Select(source => new { source.Id, source.Name, source.Country, source.AffiliationId, source.MergedIntoId }).ToListAsync(cancellationToken);
        if (found.Count == 0) return;
        Grow((int)found[^1].Id);
        foreach (var source in found.Where(source => source.AffiliationId is not null || source.MergedIntoId is not null))
        {
            _steps[source.Id] = (source.AffiliationId, source.MergedIntoId);
        }

        // Thousands of unnamed ones are called the same.
        var spelled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in found)
        {
            var id = (int)source.Id;
            (_same[id], _tops[id], _countries[id]) = ((int)Resolved(id), (int)Climbed(id), Code(source.Country));
            if (!spelled.TryGetValue(source.Name, out _names[id])) spelled.Add(_names[id] = source.Name);
        }

        var merged = found.Where(source => source.MergedIntoId is not null).ToLookup(source => Same((int)source.Id), source => (int)source.Id);
        if (merged.Count == 0) return;
        _merged = new(_merged);
        foreach (var same in merged) _merged[same.Key] = [.. _merged.GetValueOrDefault(same.Key, []), .. same];
    }

    private void Grow(int last)
    {
        Last = last;
        if (last < _same.Length) return;
        var room = Math.Max(last + 1, _same.Length * 2);
        Array.Resize(ref _same, room);
        Array.Resize(ref _tops, room);
        Array.Resize(ref _names, room);
        Array.Resize(ref _countries, room);
    }

    private IEnumerable<int> OfCountry(ushort code)
    {
        for (var id = 0; ; id++)
        {
            var further = _countries.AsSpan(id, Last + 1 - id).IndexOf(code);
            if (further < 0) yield break;
            yield return id += further;
        }
    }

    /// <summary>Both letters as one number; 0 is no country.</summary>
    private static ushort Code(string? country) => country is [var first, var second] ? (ushort)((first << 8) | second) : (ushort)0;

    private long Climbed(long id)
    {
        var passed = new HashSet<long>();
        var at = Resolved(id);
        while (passed.Add(at) && _steps.TryGetValue(at, out var step) && step.Affiliation is { } affiliation && !passed.Contains(Resolved(affiliation)))
        {
            at = Resolved(affiliation);
        }

        return at;
    }

    private long Resolved(long id)
    {
        var passed = new HashSet<long>();
        while (_steps.TryGetValue(id, out var step) && step.MergedInto is { } into && passed.Add(id)) id = into;
        return id;
    }
}
