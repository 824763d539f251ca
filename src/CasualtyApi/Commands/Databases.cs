using CasualtyApi.Store;
using CasualtyApi.Store.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Commands;

/// <summary>The database a command is about: the one named, or the service's own.</summary>
internal static class Databases
{
    public static CasualtyDbContext Open(IServiceProvider services, FileInfo? file, bool forReading = false) => file is null
        ? services.CreateScope().ServiceProvider.GetRequiredService<CasualtyDbContext>()
        : forReading ? SqliteStore.OpenCopy(file.FullName) : SqliteStore.Open(file.FullName);

    /// <exception cref="StoreRefusedException">There is no such file, or it is of an earlier version.</exception>
    public static async Task<CasualtyDbContext> OpenForReadingAsync(IServiceProvider services, FileInfo? file, CancellationToken cancellationToken)
    {
        var context = Open(services, file, forReading: true);
        if (context.File is { } known && !File.Exists(known)) throw new StoreRefusedException($"There is no database {context.Whereabouts}.");
        try
        {
            if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                throw new StoreRefusedException($"The database {context.Whereabouts} is of an earlier version: start the service on it once.");
            }
        }
        catch (System.Data.Common.DbException fault) when (context.TroubleIn(fault) is { } trouble)
        {
            throw new StoreRefusedException($"The database {context.Whereabouts} cannot be read: {Store.Terms.Kebab.Of(trouble)}.", fault);
        }

        return context;
    }
}
