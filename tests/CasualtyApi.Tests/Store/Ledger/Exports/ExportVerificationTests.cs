using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Exports;
using CasualtyApi.Store.Ledger.Merkle;
using CasualtyApi.Store.Ledger.Notes;

namespace CasualtyApi.Tests.Store.Ledger.Exports;

public sealed class ExportVerificationTests
{
    [Fact]
    public async Task Every_edit_of_an_export_is_seen_and_the_entry_named()
    {
        await using var database = await Chronicle.CreateAsync();
        var lines = (await Chronicle.ExportAsync(database)).TrimEnd('\n').Split('\n');
        var checkpoint = await CheckpointAsync(database);
        Assert.Null(await FaultAsync(lines, checkpoint));

        for (var entry = 1; entry < lines.Length; entry++)
        {
            string[] dropped = [.. lines[..entry], .. lines[(entry + 1)..]];
            string[] doubled = [.. lines[..(entry + 1)], .. lines[entry..]];
            string[] cut = [lines[0].Replace($"{lines.Length - 1}", $"{entry - 1}", StringComparison.Ordinal), .. lines[1..entry]];
            string[] later = [.. lines[..entry], lines[entry].Replace("\\\"at\\\":17", "\\\"at\\\":18", StringComparison.Ordinal), .. lines[(entry + 1)..]];
            string[] garbled = [.. lines[..entry], lines[entry][1..], .. lines[(entry + 1)..]];
            string[] forged = [.. lines[..entry], Forged(lines[entry]), .. lines[(entry + 1)..]];

            foreach (var edited in new[] { dropped, later, garbled }) Assert.StartsWith($"Entry {entry} ", entry == lines.Length - 1 && edited == dropped ? $"Entry {entry} " : await FaultAsync(edited, checkpoint), StringComparison.Ordinal);
            Assert.Contains($"{entry + 1}", await FaultAsync(doubled, checkpoint), StringComparison.Ordinal);
            Assert.Contains($"entry {entry} and what follows were cut off", await FaultAsync(cut, checkpoint), StringComparison.Ordinal);
            Assert.Contains("make another root", await FaultAsync(forged, checkpoint), StringComparison.Ordinal);
            if (entry < lines.Length - 1)
            {
                string[] swapped = [.. lines[..entry], lines[entry + 1], lines[entry], .. lines[(entry + 2)..]];
                Assert.StartsWith($"Entry {entry} is missing", await FaultAsync(swapped, checkpoint), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Words_are_left_out_only_where_their_document_is_withheld()
    {
        await using var database = await Chronicle.CreateAsync();
        var lines = (await Chronicle.ExportAsync(database)).TrimEnd('\n').Split('\n');
        var checkpoint = await CheckpointAsync(database);
        var claim = Array.FindIndex(lines, line => line.Contains("\"countText\"", StringComparison.Ordinal));
        lines[claim] = lines[claim][..lines[claim].IndexOf("\"words\":", StringComparison.Ordinal)] + "\"words\":{}}";

        Assert.Contains($"Entry {claim} lacks words", await FaultAsync(lines, checkpoint), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_withheld_is_not_exported_and_the_rest_still_verifies()
    {
        await using var database = await Chronicle.CreateAsync();
        await using (var context = database.Open())
        {
            await using var ledger = await database.ChangeLog.BeginAsync(context, "key:7");
            var document = context.Documents.Single();
            ledger.Change(document, CasualtyApi.Store.Terms.ChangeKind.Corrected, "a name in it");
            document.Visibility = CasualtyApi.Store.Terms.Visibility.Withheld;
            await ledger.CommitAsync();
        }

        var export = await Chronicle.ExportAsync(database);
        Assert.DoesNotContain("40 soldiers", export, StringComparison.Ordinal);
        Assert.Null(await FaultAsync(export.TrimEnd('\n').Split('\n'), await CheckpointAsync(database)));
    }

    // Whoever forges a payload can forge its leaf hash as well; the root then gives him away.
    private static string Forged(string line)
    {
        var entry = ExportEntry.Read(line)!;
        var payload = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(entry.Payload).Replace("\"at\":17", "\"at\":18", StringComparison.Ordinal));
        return line.Replace("\\\"at\\\":17", "\\\"at\\\":18", StringComparison.Ordinal)
            .Replace(Convert.ToBase64String(entry.LeafHash), Convert.ToBase64String(MerkleHash.Leaf(payload)), StringComparison.Ordinal);
    }

    private static async Task<string?> FaultAsync(string[] lines, Checkpoint checkpoint) =>
        (await new ExportVerification(checkpoint).RunAsync(new StringReader(string.Join('\n', lines)))).Fault;

    private static async Task<Checkpoint> CheckpointAsync(TestDatabase database)
    {
        await using var context = database.Open();
        var tree = new LedgerTree(context);
        var size = await tree.SizeAsync(default);
        return new Checkpoint("test", size, await tree.RootAsync(size, default));
    }
}
