using System.Buffers.Binary;
using System.IO.Compression;
using CasualtyApi.Features.Ledger;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger.Merkle;
using CasualtyApi.Store.Ledger.Notes;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Features.Ledger;

/// <summary>The ledger as a client of C2SP tlog-tiles sees it, which knows a prefix, a checkpoint and how tiles are named.</summary>
public sealed class LedgerTileTests(Service service) : IClassFixture<Service>
{
    private const string Prefix = "/api/v1/ledger";

    [Fact]
    public async Task Tiles_and_bundles_make_the_root_of_the_checkpoint()
    {
        await service.ChangeAsync((_, ledger) =>
        {
            for (var number = 0; number < 600; number++) ledger.Add(new Source { Name = $"Source {number} 🕊", Kind = SourceKind.Organization });
            return Task.CompletedTask;
        });
        var checkpoint = Checkpoint.Parse(SignedNote.Parse(await service.Client.GetStringAsync($"{Prefix}/checkpoint"))!.Text)!;
        var (leaves, full) = (new List<byte[]>(), checkpoint.Size / 256);
        for (var tile = 0; tile * 256 < checkpoint.Size; tile++)
        {
            var name = $"{tile:000}{(tile < full ? "" : $".p/{checkpoint.Size % 256}")}";
            var hashes = (await service.Client.GetByteArrayAsync($"{Prefix}/tile/0/{name}")).Chunk(32).ToList();
            Assert.Equal(hashes, Unbundled(await service.Client.GetByteArrayAsync($"{Prefix}/tile/entries/{name}")).Select(entry => MerkleHash.Leaf(entry)));
            leaves.AddRange(hashes);
        }

        var above = (await service.Client.GetByteArrayAsync($"{Prefix}/tile/1/000.p/{full}")).Chunk(32);
        Assert.Equal(leaves.Chunk(256).Where(tile => tile.Length == 256).Select(Grown), above);
        Assert.Equal(checkpoint.Root, Grown(leaves));
    }

    [Theory]
    [InlineData("0/0", 400)]
    [InlineData("0/1234", 400)]
    [InlineData("0/x000/001", 400)]
    [InlineData("0/000.p/0", 400)]
    [InlineData("0/000.p/256", 400)]
    [InlineData("0/000.p/01", 400)]
    [InlineData("entries/x00/000", 400)]
    [InlineData("entries/x999/x999/x999/x999/999", 404)]
    [InlineData("0/x009/000", 404)]
    [InlineData("7/000.p/1", 404)]
    [InlineData("63/000.p/1", 404)]
    [InlineData("64/000.p/1", 404)]
    [InlineData("leaves/000.p/1", 404)]
    public async Task What_is_no_tile_is_refused_and_never_kept(string tile, int status)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, $"{Prefix}/tile/{tile}");
        Assert.Equal((status, "no-store"), ((int)answer.StatusCode, answer.Headers.CacheControl!.ToString()));
    }

    [Theory]
    [InlineData("0/000.p/2")]
    [InlineData("entries/000.p/2")]
    [InlineData("entries/000.p%2F2")]
    public async Task A_tile_may_be_kept_for_ever_and_comes_packed(string tile)
    {
        using var plain = await service.SendAsync(HttpMethod.Get, $"{Prefix}/tile/{tile}");
        using var packed = await service.SendAsync(HttpMethod.Get, $"{Prefix}/tile/{tile}", ("Accept-Encoding", "gzip"));
        using var again = await service.SendAsync(HttpMethod.Get, $"{Prefix}/tile/{tile}", ("If-None-Match", plain.Headers.ETag!.ToString()));
        await using var unpacked = new GZipStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes);

        Assert.Equal("application/octet-stream", plain.Content.Headers.ContentType!.ToString());
        Assert.Contains("immutable", plain.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(304, (int)again.StatusCode);
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), bytes.ToArray());
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
    }

    [Theory]
    [InlineData("000", 0, 256)]
    [InlineData("273.p/112", 273, 112)]
    [InlineData("x001/234", 1234, 256)]
    [InlineData("x001/x234/067.p/9", 1234067, 9)]
    public void A_tile_is_named_as_the_specification_says(string spelled, long number, int width) =>
        Assert.Equal(new TileIndex(number, width), TileIndex.Parse(spelled));

    private static byte[] Grown(IEnumerable<byte[]> leaves)
    {
        var frontier = new MerkleFrontier();
        foreach (var leaf in leaves) frontier.Add(leaf);
        return frontier.Root;
    }

    private static IEnumerable<byte[]> Unbundled(byte[] bundle)
    {
        for (var at = 0; at < bundle.Length;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bundle.AsSpan(at));
            yield return bundle[(at + 2)..(at + 2 + length)];
            at += 2 + length;
        }
    }
}
