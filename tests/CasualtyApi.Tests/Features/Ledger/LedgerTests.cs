using System.Text;
using System.Text.Json;
using CasualtyApi.Store.Ledger.Merkle;
using CasualtyApi.Store.Ledger.Notes;

namespace CasualtyApi.Tests.Features.Ledger;

[Collection(SeededService.Name)]
public sealed class LedgerTests(Service service)
{
    [Fact]
    public async Task The_checkpoint_is_signed_and_its_root_is_that_of_the_entries()
    {
        var note = SignedNote.Parse(await service.Client.GetStringAsync("/api/v1/ledger/checkpoint"))!;
        var key = VerifierKey.Parse(await service.Client.GetStringAsync("/api/v1/ledger/verifier-key"))!;
        var checkpoint = Checkpoint.Parse(note.Text)!;
        var position = (await service.GetAsync("/status")).GetProperty("position").GetInt64();

        Assert.True(note.IsSignedBy(key));
        Assert.False(note.IsSignedBy(key with { PublicKey = [.. key.PublicKey.Reverse()] }));
        Assert.False((note with { Text = note.Text.Replace('3', '4') }).IsSignedBy(key));
        Assert.Equal((key.Name, position), (checkpoint.Origin, checkpoint.Size));
        Assert.Equal(Grown(await LeavesAsync(position)), checkpoint.Root);
    }

    [Fact]
    public async Task Every_entry_is_proven_in_every_tree_and_every_tree_in_each_later_one()
    {
        var position = (await service.GetAsync("/status")).GetProperty("position").GetInt64();
        var leaves = await LeavesAsync(position);
        for (var size = 1; size <= position; size += 3)
        {
            var root = Grown(leaves.Take(size));
            var included = await service.GetAsync($"/api/v1/ledger/proofs/inclusion?position={(size + 1) / 2}&size={size}");
            var consistent = await service.GetAsync($"/api/v1/ledger/proofs/consistency?from={size}&to={position}");

            Assert.Equal(root, included.GetProperty("rootHash").GetBytesFromBase64());
            Assert.True(MerkleVerification.IsIncluded(
                included.GetProperty("leafHash").GetBytesFromBase64(), included.GetProperty("leafIndex").GetInt64(), size, Hashes(included), root));
            Assert.Equal(root, consistent.GetProperty("fromRootHash").GetBytesFromBase64());
            Assert.True(MerkleVerification.IsConsistent(size, position, root, Grown(leaves), Hashes(consistent)));
        }
    }

    [Theory]
    [InlineData("entries?start=0", "start", "out of range")]
    [InlineData("entries?start=5&end=4", "end", "before the first")]
    [InlineData("entries?end=99999", "end", "lies ahead")]
    [InlineData("entries?start=99999", "start", "lies ahead")]
    [InlineData("entries?end=2&end=3", "end", "takes one value")]
    [InlineData("entries?strat=2", "strat", "Did you mean 'start'?")]
    [InlineData("proofs/inclusion?position=5&size=4", "position", "lies ahead of a tree")]
    [InlineData("proofs/inclusion?size=99999", "size", "lies ahead")]
    [InlineData("proofs/consistency?from=5&to=4", "from", "fewer entries")]
    [InlineData("proofs/consistency?from=0", "from", "out of range")]
    public async Task What_is_not_there_is_refused_and_never_cut_short(string address, string parameter, string fault) =>
        Assert.Contains(fault, (await service.GetAsync($"/api/v1/ledger/{address}", 400)).Error(parameter), StringComparison.Ordinal);

    [Theory]
    [InlineData("entries?end=3")]
    [InlineData("proofs/inclusion?position=2&size=3")]
    [InlineData("proofs/consistency?from=2&to=3")]
    public async Task What_never_changes_may_be_kept_for_ever(string address)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, $"/api/v1/ledger/{address}");
        using var again = await service.SendAsync(HttpMethod.Get, $"/api/v1/ledger/{address}", ("If-None-Match", answer.Headers.ETag!.ToString()));

        Assert.Contains("immutable", answer.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        Assert.Equal(304, (int)again.StatusCode);
    }

    [Fact]
    public void The_signing_key_was_made_and_only_its_owner_may_read_it() =>
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(service.SigningKeyFile) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));

    private static byte[] Grown(IEnumerable<byte[]> leaves)
    {
        var frontier = new MerkleFrontier();
        foreach (var leaf in leaves) frontier.Add(leaf);
        return frontier.Root;
    }

    private static byte[][] Hashes(JsonElement proof) => [.. proof.GetProperty("hashes").EnumerateArray().Select(hash => hash.GetBytesFromBase64())];

    private async Task<List<byte[]>> LeavesAsync(long position)
    {
        var entries = await service.GetAsync($"/api/v1/ledger/entries?start=1&end={position}");
        return [.. entries.GetProperty("items").EnumerateArray().Select(entry =>
        {
            var leaf = MerkleHash.Leaf(Encoding.UTF8.GetBytes(entry.GetProperty("payload").GetString()!));
            Assert.Equal(leaf, entry.GetProperty("leafHash").GetBytesFromBase64());
            return leaf;
        })];
    }
}
