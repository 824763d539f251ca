namespace CasualtyApi.Store.Ledger.Merkle;

/// <summary>How whoever trusts no one checks a proof: RFC 9162, sections 2.1.3.2 and 2.1.4.2.</summary>
public static class MerkleVerification
{
    /// <summary>Whether the proof shows that the leaf is the tree's at the index.</summary>
    public static bool IsIncluded(
        ReadOnlySpan<byte> leafHash, long index, long size, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size || leafHash.Length != MerkleHash.Length) return false;
        var (own, last, hash) = (index, size - 1, leafHash.ToArray());
        foreach (var sibling in proof)
        {
            if (last == 0) return false;
            if (IsOdd(own) || own == last)
            {
                hash = MerkleHash.Node(sibling, hash);
                while (!IsOdd(own) && own != 0) (own, last) = (own >> 1, last >> 1);
            }
            else
            {
                hash = MerkleHash.Node(hash, sibling);
            }

            (own, last) = (own >> 1, last >> 1);
        }

        return last == 0 && root.SequenceEqual(hash);
    }

    /// <summary>Whether the proof shows that the later tree begins with the earlier one's leaves.</summary>
    public static bool IsConsistent(
        long from, long to, ReadOnlySpan<byte> fromRoot, ReadOnlySpan<byte> toRoot, IReadOnlyList<byte[]> proof)
    {
        // Every tree begins with the empty one: there is nothing to prove, and nothing is taken for a proof.
        if (from < 1 || from > to) return false;
        if (from == to) return proof.Count == 0 && fromRoot.SequenceEqual(toRoot);
        if (proof.Count == 0) return false;

        // A complete earlier tree is a node of the later one, and its root is not sent.
        var rest = proof.Skip(IsPowerOfTwo(from) ? 0 : 1);
        var earlier = IsPowerOfTwo(from) ? fromRoot.ToArray() : proof[0];
        var later = earlier;
        var (own, last) = (from - 1, to - 1);
        while (IsOdd(own)) (own, last) = (own >> 1, last >> 1);
        foreach (var sibling in rest)
        {
            if (last == 0) return false;
            if (IsOdd(own) || own == last)
            {
                (earlier, later) = (MerkleHash.Node(sibling, earlier), MerkleHash.Node(sibling, later));
                while (!IsOdd(own) && own != 0) (own, last) = (own >> 1, last >> 1);
            }
            else
            {
                later = MerkleHash.Node(later, sibling);
            }

            (own, last) = (own >> 1, last >> 1);
        }

        return last == 0 && fromRoot.SequenceEqual(earlier) && toRoot.SequenceEqual(later);
    }

    private static bool IsOdd(long number) => (number & 1) == 1;

    private static bool IsPowerOfTwo(long number) => (number & (number - 1)) == 0;
}
