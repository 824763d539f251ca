using System.Text.Json;
using CasualtyApi.Store.Ledger.Merkle;

namespace CasualtyApi.Tests.Store.Ledger.Merkle;

/// <summary>The vectors that the implementations of Certificate Transparency share.</summary>
public sealed class MerkleVectorTests
{
    private const string Vectors = "conformance/rfc6962-merkle";

    [SharedFact]
    public void The_four_hashes_and_nine_roots_are_those_of_the_vectors()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(SharedData.Path($"{Vectors}/tree-vectors.json")));
        var hashes = vectors.RootElement.GetProperty("hasher").EnumerateObject().Select(vector => vector.Value.ToString()).ToList();
        var leaves = Hex(vectors.RootElement.GetProperty("leafInputs")).ConvertAll(input => MerkleHash.Leaf(input));
        var roots = Hex(vectors.RootElement.GetProperty("rootHashesBySize"));

        Assert.Equal(9, roots.Count);
        Assert.Equal(4, hashes.Count);
        Assert.Equal(hashes, new[] { MerkleHash.Empty, MerkleHash.Leaf([]), MerkleHash.Leaf("L123456"u8), MerkleHash.Node("N123"u8, "N456"u8) }
            .Select(Convert.ToHexStringLower));
        var frontier = new MerkleFrontier();
        for (var size = 0; size < roots.Count; size++)
        {
            Assert.Equal(roots[size], frontier.Root);
            if (size < leaves.Count) frontier.Add(leaves[size]);
        }
    }

    [SharedFact]
    public void Every_probe_of_a_proof_is_judged_as_the_vectors_say()
    {
        var files = Directory.GetFiles(SharedData.Path($"{Vectors}/testdata"), "*.json", SearchOption.AllDirectories);
        Assert.Equal(196, files.Length);
        Assert.All(files, file =>
        {
            using var probe = JsonDocument.Parse(File.ReadAllText(file));
            var isRight = probe.RootElement.TryGetProperty("leafIdx", out _) ? IsIncluded(probe.RootElement) : IsConsistent(probe.RootElement);
            Assert.NotEqual(probe.RootElement.GetProperty("wantErr").GetBoolean(), isRight);
        });
    }

    private static bool IsIncluded(JsonElement probe) => MerkleVerification.IsIncluded(
        Bytes(probe, "leafHash"), Number(probe, "leafIdx"), Number(probe, "treeSize"), Proof(probe), Bytes(probe, "root"));

    private static bool IsConsistent(JsonElement probe) => MerkleVerification.IsConsistent(
        Number(probe, "size1"), Number(probe, "size2"), Bytes(probe, "root1"), Bytes(probe, "root2"), Proof(probe));

    // They are unsigned there; what no long holds is no index and no size.
    private static long Number(JsonElement probe, string name) => unchecked((long)probe.GetProperty(name).GetUInt64());

    private static byte[] Bytes(JsonElement probe, string name) =>
        probe.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetBytesFromBase64() : [];

    private static byte[][] Proof(JsonElement probe) => probe.GetProperty("proof") is { ValueKind: JsonValueKind.Array } proof
        ? [.. proof.EnumerateArray().Select(hash => hash.GetBytesFromBase64())]
        : [];

    private static List<byte[]> Hex(JsonElement array) => [.. array.EnumerateArray().Select(text => Convert.FromHexString(text.GetString()!))];
}
