using System.Collections.Concurrent;

namespace CasualtyApi.Queries.Held;

/// <summary>Numbers for words that many claims have in common, such as their causes and periods, given as they are met; 0 is none.</summary>
internal sealed class HeldWords
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, string> _words = new();
    private int _last;

    public int NumberOf(string? words)
    {
        if (words is null) return 0;
        if (_numbers.TryGetValue(words, out var known)) return known;
        var number = Interlocked.Increment(ref _last);
        _words[number] = words;
        return _numbers.GetOrAdd(words, number);
    }

    /// <summary>-1 for words that no claim has.</summary>
    public int Find(string words) => _numbers.GetValueOrDefault(words, -1);

    public string? Of(int number) => number == 0 ? null : _words[number];
}
