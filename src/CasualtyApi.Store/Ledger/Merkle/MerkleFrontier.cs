namespace CasualtyApi.Store.Ledger.Merkle;

/// <summary>The root of a growing tree, kept with as many hashes as its size has binary digits.</summary>
public sealed class MerkleFrontier
{
    // The roots of the complete subtrees the leaves make, from the left: one for each 1 in the size, highest first.
    private readonly List<byte[]> subtrees = [];

    public long Size { get; private set; }

    public byte[] Root => MerkleHash.Join(subtrees);

    public void Add(byte[] leafHash)
    {
        var hash = leafHash;
        for (var filled = Size; (filled & 1) == 1; filled >>= 1)
        {
            hash = MerkleHash.Node(subtrees[^1], hash);
            subtrees.RemoveAt(subtrees.Count - 1);
        }

        subtrees.Add(hash);
        Size++;
    }
}
