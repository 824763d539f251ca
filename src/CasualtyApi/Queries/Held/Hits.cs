using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CasualtyApi.Queries.Held;

/// <summary>
/// Which claims of a stretch are meant: a bit for each, 64 to a word. Each step keeps those whose column holds what is looked
/// for, and passes over words in which none is left.
/// </summary>
internal static class Hits
{
    /// <summary>How many claims a word stands for.</summary>
    public const int Together = 64;

    public const int Words = HeldStretch.Size / Together;

    /// <param name="terms">A bit for each term that is looked for.</param>
    public static void KeepTerms(ReadOnlySpan<byte> column, int terms, Span<ulong> hits)
    {
        for (var word = 0; word < hits.Length; word++)
        {
            if (hits[word] == 0) continue;
            var (low, high) = (Vector256.Create(column.Slice(word * Together, 32)), Vector256.Create(column.Slice((word * Together) + 32, 32)));
            var (lowHits, highHits) = (Vector256<byte>.Zero, Vector256<byte>.Zero);
            for (var left = terms; left != 0; left &= left - 1)
            {
                var term = Vector256.Create((byte)BitOperations.TrailingZeroCount(left));
                lowHits |= Vector256.Equals(low, term);
                highHits |= Vector256.Equals(high, term);
            }

            hits[word] &= lowHits.ExtractMostSignificantBits() | ((ulong)highHits.ExtractMostSignificantBits() << 32);
        }
    }

    public static void KeepBetween<T>(ReadOnlySpan<T> column, T first, T last, Span<ulong> hits) where T : unmanaged
    {
        var (lowest, highest) = (Vector256.Create(first), Vector256.Create(last));
        for (var word = 0; word < hits.Length; word++)
        {
            if (hits[word] == 0) continue;
            var found = 0UL;
            var values = column.Slice(word * Together, Together);
            for (var at = 0; at < Together; at += Vector256<T>.Count)
            {
                var value = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at);
                var within = Vector256.GreaterThanOrEqual(value, lowest) & Vector256.LessThanOrEqual(value, highest);
                found |= (ulong)within.ExtractMostSignificantBits() << at;
            }

            hits[word] &= found;
        }
    }

    public static void KeepIds(ReadOnlySpan<int> column, HeldIds ids, Span<ulong> hits)
    {
        if (ids.Few is not { } few)
        {
            foreach (var at in new HitsAt(hits))
            {
                if (!ids.Contains(column[at])) hits[at / Together] &= ~(1UL << (at % Together));
            }

            return;
        }

        for (var word = 0; word < hits.Length; word++)
        {
            if (hits[word] == 0) continue;
            var found = 0UL;
            var values = column.Slice(word * Together, Together);
            for (var at = 0; at < Together; at += Vector256<int>.Count)
            {
                var (value, equal) = (Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at), Vector256<int>.Zero);
                foreach (var id in few) equal |= Vector256.Equals(value, Vector256.Create(id));
                found |= (ulong)equal.ExtractMostSignificantBits() << at;
            }

            hits[word] &= found;
        }
    }

    public static int Count(ReadOnlySpan<ulong> hits)
    {
        var count = 0;
        foreach (var word in hits) count += BitOperations.PopCount(word);
        return count;
    }
}

/// <summary>Where the bits are that are set, in order.</summary>
internal ref struct HitsAt(ReadOnlySpan<ulong> hits)
{
    private readonly ReadOnlySpan<ulong> _hits = hits;
    private ulong _left;
    private int _word = -1;

    public int Current { get; private set; }

    public readonly HitsAt GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_left == 0)
        {
            if (++_word == _hits.Length) return false;
            _left = _hits[_word];
        }

        Current = (_word * Hits.Together) + BitOperations.TrailingZeroCount(_left);
        _left &= _left - 1;
        return true;
    }
}
