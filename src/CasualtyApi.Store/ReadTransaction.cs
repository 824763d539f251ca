using System.Data.Common;
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
        try
        {
            var transaction = await db.BeginReadTransactionAsync(cancellationToken);
            await db.Database.UseTransactionAsync(transaction, cancellationToken);
            return new(db, transaction);
        }
        catch
        {
            await db.Database.CloseConnectionAsync();
            throw;
        }
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
