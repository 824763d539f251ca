using System.Runtime.CompilerServices;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger.Replay;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace CasualtyApi.Store.Sqlite;

/// <summary>
/// What each change writes beside its records, by statements prepared once for each connection: its entry, its leaf, and the counters it drew from. EF
/// would prepare a statement anew for each row, and track what nobody looks at again.
/// </summary>
internal sealed class SqliteLedgerRows
{
    private static readonly ConditionalWeakTable<sqlite3, SqliteLedgerRows> Prepared = [];

    private readonly PreparedStatement counters, count;
    private readonly Dictionary<Type, RowWrite> inserts;

    private SqliteLedgerRows(SqliteCasualtyDbContext context, sqlite3 handle)
    {
        counters = new(handle, "SELECT name, value FROM counters");
        count = new(handle, "UPDATE counters SET value = ?2 WHERE name = ?1");
        inserts = new[] { typeof(Change), typeof(LedgerNode) }.ToDictionary(type => type, type => context.OpenInsert(context.Model.FindEntityType(type)!));
    }

    /// <param name="context">Its connection is open.</param>
    public static SqliteLedgerRows Of(SqliteCasualtyDbContext context) =>
        Prepared.GetValue(((SqliteConnection)context.Database.GetDbConnection()).Handle!, handle => new(context, handle));

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

    public void Write(object row) => inserts[row.GetType()].Write(row);
}
