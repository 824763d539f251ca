using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger.Audit;

/// <summary>Something that is not as the ledger says.</summary>
/// <param name="Position">The entry it is seen by; null where no entry is about it.</param>
/// <param name="Fault">What it is.</param>
public sealed record Finding(long? Position, string Fault)
{
    public override string ToString() => Position is { } position ? $"Entry {position}: {Fault}." : $"{Fault}.";
}

/// <summary>
/// Compares everything a database holds with its ledger: payloads with leaves, leaves with the tree, and every column of every record, its parts
/// and its earlier states with the payloads. So an edit behind the service's back is seen, whatever was edited.
/// </summary>
public sealed class DatabaseAudit(CasualtyDbContext context)
{
    private const int Stretch = 500;

    /// <summary>What is wrong, in the order of the ledger, then what no entry is about.</summary>
    public async IAsyncEnumerable<Finding> RunAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var last = Math.Max(
            await context.Changes.MaxAsync(change => (long?)change.Position, cancellationToken) ?? 0,
            await new LedgerTree(context).SizeAsync(cancellationToken));
        for (var after = 0L; after < last; after += Stretch)
        {
            foreach (var finding in await StretchAsync(after, Math.Min(last, after + Stretch), cancellationToken)) yield return finding;
        }

        foreach (var finding in await new TreeAudit(context).RunAsync(cancellationToken)) yield return finding;
        await foreach (var finding in new StrayRows(context).RunAsync(last, cancellationToken)) yield return finding;
    }

    // A row that cannot even be read spoils its whole stretch: it is halved until the row stands alone.
    private async Task<List<Finding>> StretchAsync(long after, long last, CancellationToken cancellationToken)
    {
        try
        {
            return await new EntryAudit(context, after, last).RunAsync(cancellationToken);
        }
        catch (Exception unreadable) when (IsOfARow(unreadable) && last - after > 1)
        {
            var middle = (after + last) / 2;
            return [.. await StretchAsync(after, middle, cancellationToken), .. await StretchAsync(middle, last, cancellationToken)];
        }
        catch (Exception unreadable) when (IsOfARow(unreadable))
        {
            return [new Finding(last, "a row it is about cannot be read")];
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }

    private static bool IsOfARow(Exception fault) => fault is FormatException or InvalidCastException or ArgumentException or KeyNotFoundException
        or JsonException or InvalidOperationException or OverflowException or NullReferenceException || fault is DbException { SqlState: null };
}
