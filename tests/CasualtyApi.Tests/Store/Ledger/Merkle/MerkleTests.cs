using System.Security.Cryptography;
using CasualtyApi.Store.Ledger.Merkle;
using CsCheck;

namespace CasualtyApi.Tests.Store.Ledger.Merkle;

public sealed class MerkleTests
{
    private const int Trees = 10_000;

    [Fact]
    public void Ten_thousand_random_trees_have_the_roots_and_proofs_of_the_definition() =>
        Gen.Int[0, 300].SelectMany(size => Gen.Select(Gen.Const(size), Gen.Int[0, Math.Max(size - 1, 0)], Gen.Int[0, size], Gen.Int))
            .Sample((size, index, from, seed) =>
            {
                var leaves = Leaves(size, seed);
                var root = NaiveTree.Root(leaves);
                var consistency = RootsOf(MerkleProof.OfConsistency(from, size), leaves);

                Assert.Equal(root, MerkleHash.Join(Cover(new Stretch(0, size), leaves)));
                Assert.Equal(root, Grown(leaves).Root);
                Assert.Equal(NaiveTree.Consistency(from, leaves), consistency);
                Assert.Equal(from > 0, MerkleVerification.IsConsistent(from, size, NaiveTree.Root(leaves.AsSpan(0, from)), root, consistency));
                if (size == 0) return;

                var inclusion = RootsOf(MerkleProof.OfInclusion(index, size), leaves);
                Assert.Equal(NaiveTree.Inclusion(index, leaves), inclusion);
                Assert.True(MerkleVerification.IsIncluded(leaves[index], index, size, inclusion, root));
            }, iter: Trees, threads: 1);

    [Fact]
    public void A_proof_for_another_leaf_index_size_or_root_is_refused() =>
        Gen.Int[2, 300].SelectMany(size => Gen.Select(Gen.Const(size), Gen.Int[0, size - 1], Gen.Int[1, size - 1], Gen.Int))
            .Sample((size, index, from, seed) =>
            {
                var leaves = Leaves(size, seed);
                var (root, earlier) = (NaiveTree.Root(leaves), NaiveTree.Root(leaves.AsSpan(0, from)));
                var inclusion = NaiveTree.Inclusion(index, leaves);
                var consistency = NaiveTree.Consistency(from, leaves);

                Assert.False(MerkleVerification.IsIncluded(MerkleHash.Leaf([1, 2, 3]), index, size, inclusion, root));
                Assert.False(MerkleVerification.IsIncluded(leaves[index], (index + 1) % size, size, inclusion, root));
                Assert.False(MerkleVerification.IsIncluded(leaves[index], index, size, inclusion, earlier));
                Assert.False(MerkleVerification.IsIncluded(leaves[index], index, size, [.. inclusion, root], root));
                Assert.False(MerkleVerification.IsIncluded(leaves[index], index, size, inclusion[..^1], root));
                Assert.False(MerkleVerification.IsConsistent(from, size, root, earlier, consistency));
                Assert.False(MerkleVerification.IsConsistent(from, size, earlier, root, [.. consistency, root]));
                Assert.False(MerkleVerification.IsConsistent(from, size, earlier, root, consistency[..^1]));
                Assert.False(MerkleVerification.IsConsistent(size, from, earlier, root, consistency));
            }, iter: 1_000, threads: 1);

    private static byte[][] Leaves(int size, int seed)
    {
        var bytes = new byte[4];
        return [.. Enumerable.Range(0, size).Select(index =>
        {
            BitConverter.TryWriteBytes(bytes, HashCode.Combine(seed, index));
            return NaiveTree.Leaf(SHA256.HashData(bytes));
        })];
    }

    private static MerkleFrontier Grown(IEnumerable<byte[]> leaves)
    {
        var frontier = new MerkleFrontier();
        foreach (var leaf in leaves) frontier.Add(leaf);
        return frontier;
    }

    private static List<byte[]> RootsOf(IEnumerable<Stretch> stretches, byte[][] leaves) =>
        [.. stretches.Select(stretch => MerkleHash.Join(Cover(stretch, leaves)))];

    private static List<byte[]> Cover(Stretch stretch, byte[][] leaves) =>
        [.. stretch.Subtrees().Select(subtree => MerkleHash.Complete(leaves[(int)(subtree.Index << subtree.Height)..(int)((subtree.Index + 1) << subtree.Height)]))];
}
