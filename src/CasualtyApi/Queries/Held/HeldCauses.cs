using System.Collections.Concurrent;

namespace CasualtyApi.Queries.Held;

/// <summary>Numbers for the causes that claims name, given as they are met; 0 is none.</summary>
internal sealed class HeldCauses
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private int _last;

    public int NumberOf(string? cause) => cause is null ? 0 : _numbers.GetOrAdd(cause, _ => Interlocked.Increment(ref _last));

    /// <summary>-1 for a cause that no claim names.</summary>
    public int Find(string cause) => _numbers.GetValueOrDefault(cause, -1);
}
