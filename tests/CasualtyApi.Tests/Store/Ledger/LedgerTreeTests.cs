using System.Security.Cryptography;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Merkle;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Store.Ledger;

public sealed class LedgerTreeTests
{
    // Two levels above the leaves, and neither full.
    private const int Large = 66_000;

    [Fact]
    public async Task A_change_and_its_leaf_are_one_commit()
    {
        await using var database = await TestDatabase.CreateAsync();
        await AddSourcesAsync(database, 300);

        await using var context = database.Open();
        var leaves = await context.Changes.OrderBy(change => change.Position).Select(change => change.Payload).ToListAsync();
        var tree = new LedgerTree(context);
        Assert.Equal(300, await tree.SizeAsync(default));
        Assert.Equal(leaves.ConvertAll(payload => MerkleHash.Leaf(payload)), await tree.HashesAsync(0, 0, 300, default));
        Assert.Equal(0, await tree.CountAsync(1, default));
    }

    [Fact]
    public async Task Roots_and_proofs_are_the_same_before_and_after_the_upper_levels_are_written()
    {
        await using var database = await TestDatabase.CreateAsync();
        var leaves = await PlantLeavesAsync(database, Large);
        await using var context = database.Open();
        var tree = new LedgerTree(context);
        var before = await tree.RootAsync(Large, default);

        await database.ChangeLog.GrowTreeAsync(context);

        Assert.Equal(before, await tree.RootAsync(Large, default));
        Assert.Equal((Large / 256, Large / 65536, 0), ((int)await tree.CountAsync(1, default), (int)await tree.CountAsync(2, default), (int)await tree.CountAsync(3, default)));
        var random = new Random(6962);
        foreach (var size in new[] { 1, 255, 256, 257, 65535, 65536, 65537, Large, random.Next(1, Large), random.Next(1, Large) })
        {
            var root = await tree.RootAsync(size, default);
            var (index, from) = (random.Next(size), random.Next(1, size + 1));
            var inclusion = await tree.RootsAsync(MerkleProof.OfInclusion(index, size), default);
            var consistency = await tree.RootsAsync(MerkleProof.OfConsistency(from, size), default);
            Assert.Equal(Grown(leaves.Take(size)), root);
            Assert.True(MerkleVerification.IsIncluded(leaves[index], index, size, inclusion, root));
            Assert.True(MerkleVerification.IsConsistent(from, size, Grown(leaves.Take(from)), root, consistency));
        }
    }

    [Fact]
    public async Task A_tile_has_the_same_hashes_before_and_after_it_is_written()
    {
        await using var database = await TestDatabase.CreateAsync();
        var leaves = await PlantLeavesAsync(database, Large);
        await using var context = database.Open();
        var tree = new LedgerTree(context);
        Assert.Equal((Large, Large / 256, 1, 0, 0), (LedgerTree.CountAt(0, Large), LedgerTree.CountAt(1, Large), LedgerTree.CountAt(2, Large), LedgerTree.CountAt(3, Large), LedgerTree.CountAt(63, Large)));
        var before = new[] { await tree.TileAsync(1, 256, 1, default), await tree.TileAsync(2, 0, 1, default) };

        await database.ChangeLog.GrowTreeAsync(context);

        Assert.Equal(before, [await tree.TileAsync(1, 256, 1, default), await tree.TileAsync(2, 0, 1, default)]);
        Assert.Equal([Grown(leaves.Skip(65536).Take(256))], before[0]);
        Assert.Equal([Grown(leaves.Take(65536))], before[1]);
    }

    [Fact]
    public async Task Growing_in_parallel_writes_every_node_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        await PlantLeavesAsync(database, 40_000);
        using var otherProcess = new ChangeLog(database.Clock, database.ChangeLog.Patience);

        await Parallel.ForAsync(0, 4, async (number, cancellationToken) =>
        {
            await using var context = database.Open();
            await (number % 2 == 0 ? database.ChangeLog : otherProcess).GrowTreeAsync(context, cancellationToken);
        });

        Assert.Equal(40_000L / 256, await database.SqlAsync("SELECT count(*) FROM ledger_nodes WHERE level = 1"));
    }

    [Theory]
    [InlineData("DELETE FROM ledger_nodes")]
    [InlineData("DELETE FROM ledger_nodes WHERE ordinal >= 1100")]
    public async Task A_start_gives_leaves_to_changes_that_have_none(string asEarlierVersion)
    {
        await using var database = await TestDatabase.CreateAsync();
        await AddSourcesAsync(database, 2300);
        await using var context = database.Open();
        var root = await new LedgerTree(context).RootAsync(2300, default);
        await database.SqlAsync(asEarlierVersion);

        await database.PrepareAsync();

        Assert.Equal(root, await new LedgerTree(context).RootAsync(2300, default));
    }

    [Fact]
    public async Task A_node_written_by_hand_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.Open();
        context.Add(new LedgerNode { Level = 0, Ordinal = 0, Hash = MerkleHash.Empty });
        await Assert.ThrowsAsync<UnledgeredChangeException>(() => context.SaveChangesAsync());
    }

    private static byte[] Grown(IEnumerable<byte[]> leaves)
    {
        var frontier = new MerkleFrontier();
        foreach (var leaf in leaves) frontier.Add(leaf);
        return frontier.Root;
    }

    private static async Task AddSourcesAsync(TestDatabase database, int count)
    {
        await using var context = database.Open();
        await using var ledger = await database.ChangeLog.BeginAsync(context, ChangeLog.Engine);
        for (var number = 0; number < count; number++) ledger.Add(new Source { Name = $"Source {number}", Kind = SourceKind.Organization });
        await ledger.CommitAsync();
    }

    // Leaves alone: what they are hashes of does not matter to the tree.
    private static async Task<List<byte[]>> PlantLeavesAsync(TestDatabase database, int count)
    {
        await using var context = database.Open();
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            using var insert = context.OpenInsert(context.Model.FindEntityType(typeof(LedgerNode))!);
            for (var ordinal = 0; ordinal < count; ordinal++)
            {
                insert.Write(new LedgerNode { Level = 0, Ordinal = ordinal, Hash = RandomNumberGenerator.GetBytes(MerkleHash.Length) });
            }

            insert.Flush();
            await transaction.CommitAsync();
        }

        return await new LedgerTree(context).HashesAsync(0, 0, count, default);
    }
}
