using System.Security.Cryptography;

namespace CasualtyApi.Store.Ledger.Merkle;

/// <summary>The hashes of RFC 6962, section 2.1: leaves and inner nodes are told apart by their first byte.</summary>
public static class MerkleHash
{
    public const int Length = SHA256.HashSizeInBytes;
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    // What fits is hashed without a copy on the heap.
    private const int OnStack = 4096;

    /// <summary>The root of a tree without leaves.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    public static byte[] Leaf(ReadOnlySpan<byte> payload)
    {
        Span<byte> prefixed = payload.Length < OnStack ? stackalloc byte[payload.Length + 1] : new byte[payload.Length + 1];
        prefixed[0] = LeafPrefix;
        payload.CopyTo(prefixed[1..]);
        return SHA256.HashData(prefixed);
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var length = 1 + left.Length + right.Length;
        Span<byte> prefixed = length < OnStack ? stackalloc byte[length] : new byte[length];
        prefixed[0] = NodePrefix;
        left.CopyTo(prefixed[1..]);
        right.CopyTo(prefixed[(1 + left.Length)..]);
        return SHA256.HashData(prefixed);
    }

    /// <summary>The root over neighbouring subtrees, each at least as high as the next: that of any stretch RFC 6962 takes the root of.</summary>
    public static byte[] Join(IReadOnlyList<byte[]> subtrees)
    {
        if (subtrees.Count == 0) return Empty;
        var root = subtrees[^1];
        for (var index = subtrees.Count - 2; index >= 0; index--) root = Node(subtrees[index], root);
        return root;
    }

    /// <summary>The root over neighbouring subtrees of equal height, a power of two of them.</summary>
    public static byte[] Complete(IReadOnlyList<byte[]> subtrees)
    {
        while (subtrees.Count > 1)
        {
            var pairs = subtrees;
            subtrees = [.. Enumerable.Range(0, pairs.Count / 2).Select(pair => Node(pairs[2 * pair], pairs[(2 * pair) + 1]))];
        }

        return subtrees[0];
    }
}
