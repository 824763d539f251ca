using System.Security.Cryptography;

namespace CasualtyApi.Tests.Store.Ledger.Merkle;

/// <summary>RFC 6962, section 2.1, word for word: slow, recursive, and nothing of the product in it.</summary>
internal static class NaiveTree
{
    public static byte[] Leaf(byte[] input) => SHA256.HashData([0, .. input]);

    public static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0) return SHA256.HashData([]);
        if (leaves.Length == 1) return leaves[0];
        var split = Split(leaves.Length);
        return SHA256.HashData([1, .. Root(leaves[..split]), .. Root(leaves[split..])]);
    }

    public static List<byte[]> Inclusion(int index, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length <= 1) return [];
        var split = Split(leaves.Length);
        return index < split
            ? [.. Inclusion(index, leaves[..split]), Root(leaves[split..])]
            : [.. Inclusion(index - split, leaves[split..]), Root(leaves[..split])];
    }

    public static List<byte[]> Consistency(int from, ReadOnlySpan<byte[]> leaves) => from == 0 ? [] : Subproof(from, leaves, true);

    private static List<byte[]> Subproof(int from, ReadOnlySpan<byte[]> leaves, bool isWhole)
    {
        if (from == leaves.Length) return isWhole ? [] : [Root(leaves)];
        var split = Split(leaves.Length);
        return from <= split
            ? [.. Subproof(from, leaves[..split], isWhole), Root(leaves[split..])]
            : [.. Subproof(from - split, leaves[split..], false), Root(leaves[..split])];
    }

    private static int Split(int size)
    {
        var split = 1;
        while (split * 2 < size) split *= 2;
        return split;
    }
}
