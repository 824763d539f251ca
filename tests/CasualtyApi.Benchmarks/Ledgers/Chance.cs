namespace CasualtyApi.Benchmarks.Ledgers;

/// <summary>Draws the same on every machine.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 up to and without <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    public bool OneIn(int times) => Below(times) == 0;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>The first items far more often than the last, as in every newspaper: one in ten of them has nearly half.</summary>
    public T Skewed<T>(IReadOnlyList<T> items)
    {
        var unit = Unit();
        return items[(int)(items.Count * unit * unit * unit)];
    }

    /// <summary>A number of people: mostly few, seldom many thousands.</summary>
    public long People() => (long)Math.Pow(10, Unit() * Unit() * 5);

    private double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    // SplitMix64 (Steele, Lea and Flood, 2014).
    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
