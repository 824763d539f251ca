using CasualtyApi.Store.Ledger.Replay;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// What a change adds, by statements prepared once for each connection: its new records, its entries, their leaves, and the counters it drew from. EF
/// would prepare a statement anew for each row.
/// </summary>
internal sealed class SqliteLedgerRows : IDisposable
{
    private readonly PreparedStatement counters, count, bearers;
    private readonly Dictionary<Type, RowWrite> inserts = [];

    private SqliteLedgerRows(sqlite3 handle)
    {
        counters = new(handle, "SELECT name, value FROM counters");
        count = new(handle, "UPDATE counters SET value = ?2 WHERE name = ?1");
        bearers = new(handle, "SELECT 1 FROM sources WHERE name_folded = ?1 AND kind <> 'unnamed' UNION ALL SELECT 1 FROM source_aliases WHERE alias_folded = ?1 LIMIT 1");
    }

    /// <param name="context">Its connection is open.</param>
    public static SqliteLedgerRows Of(SqliteCasualtyDbContext context) =>
        ConnectionKept.Of((SqliteConnection)context.Database.GetDbConnection(), static handle => new SqliteLedgerRows(handle));

    public void Dispose()
    {
        foreach (var statement in (IEnumerable<IDisposable>)[counters, count, bearers, .. inserts.Values]) statement.Dispose();
    }

    /// <summary>Whether a source bears one of these names, folded.</summary>
    public bool AreBorne(IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            bearers.Ask(name);
            if (!bearers.Step()) continue;
            bearers.Reset();
            return true;
        }

        return false;
    }

    public Dictionary<string, long> Counters()
    {
        var values = new Dictionary<string, long>();
        counters.Reset();
        while (counters.Step()) values.Add(counters.Word(0)!, counters.Number(1));
        return values;
    }

    public void Count(IReadOnlyDictionary<string, long> drawn)
    {
        foreach (var (name, value) in drawn)
        {
            count.Ask(name, value);
            count.Step();
        }
    }

    /// <param name="context">Has the connection these statements are of.</param>
    /// <param name="row">New.</param>
    public void Write(SqliteCasualtyDbContext context, object row)
    {
        if (!inserts.TryGetValue(row.GetType(), out var insert)) inserts[row.GetType()] = insert = context.OpenInsert(context.Model.FindEntityType(row.GetType())!);
        insert.Write(row);
    }
}
