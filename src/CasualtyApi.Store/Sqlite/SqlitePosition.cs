using Microsoft.Data.Sqlite;

namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// Reads the ledger's position with one step of a prepared statement, and not even that while nobody commits: then an answer that is known already costs
/// no call of SQLite. It sees what other processes committed, too.
/// </summary>
internal sealed class SqlitePosition(string connectionString) : LedgerPosition
{
    private readonly PreparedReaders readers = new(connectionString, "SELECT max(position) FROM changes");
    private readonly Lock opening = new();
    private WalIndex? index;
    private Seen? seen;

    public override ValueTask<long?> ReadAsync(CancellationToken cancellationToken) => new(Read());

    public override long? Latest => Read();

    private long? Read()
    {
        if (Volatile.Read(ref seen) is { } last && last.Index.TryRead() == last.Head) return last.Position;

        // The head before the position: what is committed between the two makes them differ from what comes next.
        var open = Index();
        var head = open?.TryRead();
        var position = Ask();
        if (open is not null && head is { } before && position is { } read) Volatile.Write(ref seen, new(open, before, read));
        return position;
    }

    public override void Dispose()
    {
        readers.Dispose();
        lock (opening)
        {
            index?.Dispose();
            (index, seen) = (null, null);
        }
    }

    private WalIndex? Index()
    {
        if (index is { } open) return open;
        lock (opening) return index ??= WalIndex.Open(connectionString);
    }

    private long? Ask()
    {
        try
        {
            return readers.Ask(static row => row.Step() ? row.Number(0) : (long?)null);
        }
        catch (SqliteException)
        {
            // Who answers at length says what is the matter.
            return null;
        }
    }

    /// <summary>What was read while the index had this head.</summary>
    private sealed record Seen(WalIndex Index, WalIndex.Head Head, long Position);
}
