using System.Numerics;

namespace CasualtyApi.Store.Ledger.Merkle;

/// <summary>
/// Which roots make up the proofs of RFC 6962, sections 2.1.1 and 2.1.2: each is a stretch of leaves, the deepest first.
/// </summary>
public static class MerkleProof
{
    /// <summary>What proves that a leaf is one of a tree's.</summary>
    /// <param name="index">Of the leaf, from 0; below <paramref name="size"/>.</param>
    /// <param name="size">The tree's number of leaves.</param>
    public static IReadOnlyList<Stretch> OfInclusion(long index, long size)
    {
        var proof = new List<Stretch>();
        var (start, end) = (0L, size);
        while (end - start > 1)
        {
            var middle = Split(start, end);
            var isLeft = index < middle;
            proof.Add(isLeft ? new Stretch(middle, end) : new Stretch(start, middle));
            (start, end) = isLeft ? (start, middle) : (middle, end);
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>What proves that a tree begins with the leaves of an earlier one.</summary>
    /// <param name="from">The earlier tree's number of leaves; at most <paramref name="to"/>.</param>
    /// <param name="to">The later tree's number of leaves.</param>
    public static IReadOnlyList<Stretch> OfConsistency(long from, long to)
    {
        var proof = new List<Stretch>();
        if (from == 0 || from == to) return proof;
        var (start, end, isWhole) = (0L, to, true);
        while (from != end)
        {
            var middle = Split(start, end);
            if (from <= middle)
            {
                proof.Add(new Stretch(middle, end));
                end = middle;
            }
            else
            {
                proof.Add(new Stretch(start, middle));
                (start, isWhole) = (middle, false);
            }
        }

        // The earlier root itself is known to who asks.
        if (!isWhole) proof.Add(new Stretch(start, end));
        proof.Reverse();
        return proof;
    }

    // The largest power of two that is smaller than the number of leaves.
    private static long Split(long start, long end) => start + (1L << BitOperations.Log2((ulong)(end - start - 1)));
}
