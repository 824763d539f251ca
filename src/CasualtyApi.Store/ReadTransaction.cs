using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store;

/// <summary>One moment of the ledger: whatever is read until it is disposed belongs to the same position.</summary>
public sealed class ReadTransaction : IAsyncDisposable
{
    private readonly CasualtyDbContext _db;
    private readonly DbTransaction _transaction;

    private ReadTransaction(CasualtyDbContext db, DbTransaction transaction) => (_db, _transaction) = (db, transaction);

    internal static async Task<ReadTransaction> BeginAsync(CasualtyDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);

        // SQLite's own default takes the write lock; a deferred transaction only holds its snapshot.
        var transaction = db.Database.GetDbConnection() is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await db.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await db.Database.UseTransactionAsync(transaction, cancellationToken);
        return new(db, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _db.Database.UseTransactionAsync(null);
        await _db.Database.CloseConnectionAsync();
    }
}

public static class ReadTransactions
{
    /// <summary>Begins a read of one moment; it waits for no writer and holds none up.</summary>
    public static Task<ReadTransaction> BeginReadAsync(this CasualtyDbContext db, CancellationToken cancellationToken) =>
        ReadTransaction.BeginAsync(db, cancellationToken);
}
