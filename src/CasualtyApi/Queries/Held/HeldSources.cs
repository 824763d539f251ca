using CasualtyApi.Store;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Held;

/// <summary>For every source, by its id, which it was found to be, and whom it speaks for in the end.</summary>
internal sealed class HeldSources
{
    private readonly Dictionary<long, (long? Affiliation, long? MergedInto)> _steps = [];
    private int[] _same = [0], _tops = [0];

    public int Last => _same.Length - 1;

    public int Same(int id) => _same[id];

    public int Top(int id) => _tops[id];

    public static async Task<HeldSources> LoadAsync(CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var sources = new HeldSources();
        await sources.AddAsync(db, 0, cancellationToken);
        return sources;
    }

    /// <summary>The same with those that came after; a source that is known does not change by that.</summary>
    public async Task<HeldSources> WithNewAsync(CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var sources = new HeldSources { _same = _same, _tops = _tops };
        foreach (var (id, step) in _steps) sources._steps[id] = step;
        await sources.AddAsync(db, Last, cancellationToken);
        return sources;
    }

    private async Task AddAsync(CasualtyDbContext db, int after, CancellationToken cancellationToken)
    {
        var found = await db.Sources.Where(source => source.Id > after).OrderBy(source => source.Id)
            .Select(source => new { source.Id, source.AffiliationId, source.MergedIntoId }).ToListAsync(cancellationToken);
        if (found.Count == 0) return;
        foreach (var source in found.Where(source => source.AffiliationId is not null || source.MergedIntoId is not null))
        {
            _steps[source.Id] = (source.AffiliationId, source.MergedIntoId);
        }

        Array.Resize(ref _same, (int)found[^1].Id + 1);
        Array.Resize(ref _tops, (int)found[^1].Id + 1);
        foreach (var source in found)
        {
            _same[source.Id] = (int)Resolved(source.Id);
            _tops[source.Id] = (int)Climbed(source.Id);
        }
    }

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
