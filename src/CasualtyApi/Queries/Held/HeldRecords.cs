using System.Collections.Concurrent;
using CasualtyApi.Store.Entities;

namespace CasualtyApi.Queries.Held;

/// <summary>Sources, parties and places as they were read, kept until a known source changes. Parties and places never do.</summary>
internal sealed class HeldRecords
{
    public ConcurrentDictionary<long, Source> Sources { get; } = new();

    public ConcurrentDictionary<long, Party> Parties { get; } = new();

    public ConcurrentDictionary<long, Place> Places { get; } = new();
}

internal static class HeldRecordReading
{
    /// <summary>So many of a kind, and it begins anew.</summary>
    private const int Most = 50_000;

    /// <summary>Records by their ids, of which only those are read that are not kept.</summary>
    public static async Task<Dictionary<long, TRecord>> OfAsync<TRecord>(
        this ConcurrentDictionary<long, TRecord>? kept, IEnumerable<long> ids, Func<List<long>, Task<List<TRecord>>> read, Func<TRecord, long> id)
    {
        var (found, missing) = (new Dictionary<long, TRecord>(), new List<long>());
        foreach (var wanted in ids)
        {
            if (kept is not null && kept.TryGetValue(wanted, out var known)) found[wanted] = known;
            else missing.Add(wanted);
        }

        if (missing.Count == 0) return found;
        if (kept?.Count > Most) kept.Clear();
        foreach (var record in await read(missing))
        {
            found[id(record)] = record;
            if (kept is not null) kept[id(record)] = record;
        }

        return found;
    }
}
