using System.Text.Json;
using CasualtyApi.Store.Ledger.Merkle;
using CasualtyApi.Store.Ledger.Notes;

namespace CasualtyApi.Store.Ledger.Exports;

/// <summary>What a verification came to.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Fault">What is wrong first; null where nothing is.</param>
public sealed record Verdict(long Entries, string? Fault);

/// <summary>
/// Verifies an exported ledger against a checkpoint kept elsewhere, in one pass and flat memory: every payload against its leaf, all leaves
/// against the checkpoint's root, and all words against the hashes in the payloads.
/// </summary>
public sealed class ExportVerification(Checkpoint? checkpoint)
{
    private readonly MerkleFrontier tree = new();
    private readonly Withholding withheld = new();

    /// <param name="lines">The exported file.</param>
    /// <param name="keep">Told of each entry that is right by itself, with its payload parsed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Verdict> RunAsync(
        TextReader lines, Func<ExportEntry, JsonElement, Task>? keep = null, CancellationToken cancellationToken = default)
    {
        if (await lines.ReadLineAsync(cancellationToken) is not { } head || ExportEntry.ReadHead(head) is not { } announced)
        {
            return new Verdict(0, $"The first line does not say \"format\":\"{ExportEntry.Format}\" and how many entries follow.");
        }

        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (await TakeAsync(line, keep) is { } fault) return new Verdict(tree.Size, $"Entry {tree.Size + 1} {fault}.");
            if (tree.Size == checkpoint?.Size && !tree.Root.AsSpan().SequenceEqual(checkpoint.Root)) return new Verdict(tree.Size, OtherRoot);
        }

        return new Verdict(tree.Size, FaultAtTheEnd(announced));
    }

    public byte[] Root => tree.Root;

    private string OtherRoot =>
        $"Entries 1 to {checkpoint!.Size} make another root than the checkpoint's, though each has the leaf hash it says: this is not the history the checkpoint was signed for";

    private async Task<string?> TakeAsync(string line, Func<ExportEntry, JsonElement, Task>? keep)
    {
        if (ExportEntry.Read(line) is not { } entry) return "cannot be read";
        if (entry.Position != tree.Size + 1) return $"is missing: entry {entry.Position} stands in its place";
        if (!MerkleHash.Leaf(entry.Payload).AsSpan().SequenceEqual(entry.LeafHash)) return "has another payload than its leaf hash says";
        try
        {
            var payload = JsonElement.Parse(entry.Payload);
            if (payload.GetProperty("position").GetInt64() != entry.Position) return "has the payload of another position";
            if (Words.Fault(payload.GetProperty("after"), entry.Words) is { } fault) return fault;
            withheld.Note(entry, payload);
            if (keep is not null) await keep(entry, payload);
        }
        catch (Exception garbled) when (garbled is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return "has a payload that cannot be read";
        }

        tree.Add(entry.LeafHash);
        return null;
    }

    private string? FaultAtTheEnd(long announced) =>
        tree.Size < announced ? $"The file ends after entry {tree.Size}: entry {tree.Size + 1} to {announced} are missing."
        : tree.Size > announced ? $"Entry {announced + 1} was added: the first line announces {announced} entries."
        : tree.Size < checkpoint?.Size ? $"The ledger ends at entry {tree.Size}; the checkpoint covers {checkpoint.Size}: entry {tree.Size + 1} and what follows were cut off."
        : checkpoint?.Size == 0 && !checkpoint.Root.AsSpan().SequenceEqual(MerkleHash.Empty) ? "The checkpoint has another root than that of no entry."
        : withheld.Fault;
}
