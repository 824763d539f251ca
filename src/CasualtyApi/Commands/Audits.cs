using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Audit;
using CasualtyApi.Store.Ledger.Notes;

namespace CasualtyApi.Commands;

/// <summary>A whole database, compared with its own ledger and with a checkpoint kept elsewhere.</summary>
internal static class Audits
{
    /// <summary>More would only repeat what the first tell.</summary>
    private const int Shown = 20;

    /// <summary>Says what is wrong on standard error, or what is right on standard output.</summary>
    public static async Task<int> RunAsync(CasualtyDbContext context, Checkpoint? checkpoint, CancellationToken cancellationToken)
    {
        await using var moment = await context.BeginReadAsync(cancellationToken);
        var findings = 0;
        await foreach (var finding in new DatabaseAudit(context).RunAsync(cancellationToken))
        {
            if (++findings <= Shown) await Console.Error.WriteLineAsync(finding.ToString());
        }

        if (findings > Shown) await Console.Error.WriteLineAsync($"… and {findings - Shown} findings more.");
        var tree = new LedgerTree(context);
        var size = await tree.SizeAsync(cancellationToken);
        if (checkpoint is not null && await FaultAsync(tree, size, checkpoint, cancellationToken) is { } fault)
        {
            findings++;
            await Console.Error.WriteLineAsync(fault);
        }

        if (findings > 0) return CommandLine.Wrong;
        Console.WriteLine($"{context.Whereabouts}: every row is as its {size} entries say, root {Convert.ToBase64String(await tree.RootAsync(size, cancellationToken))}.");
        return CommandLine.Right;
    }

    private static async Task<string?> FaultAsync(LedgerTree tree, long size, Checkpoint checkpoint, CancellationToken cancellationToken) =>
        size < checkpoint.Size
            ? $"The ledger ends at entry {size}; the checkpoint covers {checkpoint.Size}: entry {size + 1} and what follows were cut off."
        : !(await tree.RootAsync(checkpoint.Size, cancellationToken)).AsSpan().SequenceEqual(checkpoint.Root)
            ? $"Entries 1 to {checkpoint.Size} make another root than the checkpoint's: this is not the history it was signed for."
        : null;
}
