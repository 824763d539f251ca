using System.CommandLine;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger.Notes;
using CasualtyApi.Store.Moving;

namespace CasualtyApi.Commands;

/// <summary><c>restore FILE</c>: a verified backup becomes the database, where there is none.</summary>
internal static class RestoreCommand
{
    public static Command Of(IServiceProvider services)
    {
        var file = new Argument<FileInfo>("backup") { Description = "A file that 'backup' wrote." };
        var checkpoint = Arguments.Checkpoint("A checkpoint the backup must agree with: one that is newer than the backup will not.");
        var key = Arguments.Key();
        var database = Arguments.Database("The database file to make; absent, the service's own.");
        var command = new Command("restore", "Makes a backup the database, verified, where there is none yet.") { file, checkpoint, key, database };
        command.SetAction(async (given, cancellationToken) =>
        {
            var (kept, fault) = await KeptCheckpoint.ReadAsync(given.GetValue(checkpoint), given.GetValue(key), cancellationToken);
            if (fault is not null) throw new IOException(fault);
            if (Target(services, given.GetValue(database)) is not { } target)
            {
                return await MoveAsync(services, given.GetRequiredValue(file), kept, cancellationToken);
            }

            var draft = new FileInfo(target + ".restoring");
            draft.Delete();
            await using (var backup = await Databases.OpenForReadingAsync(services, given.GetRequiredValue(file), cancellationToken))
            {
                Directory.CreateDirectory(draft.DirectoryName!);
                await backup.CopyAsync(draft.FullName, withKeys: true, cancellationToken);
            }

            await using (var copy = await Databases.OpenForReadingAsync(services, draft, cancellationToken))
            {
                if (await Audits.RunAsync(copy, kept, cancellationToken) is not CommandLine.Right and var exit)
                {
                    draft.Delete();
                    return exit;
                }
            }

            File.Move(draft.FullName, target, overwrite: false);
            return CommandLine.Right;
        });
        return command;
    }

    /// <summary>The file to make; null where a server keeps the database.</summary>
    private static string? Target(IServiceProvider services, FileInfo? database)
    {
        using var context = Databases.Open(services, database);
        return File.Exists(context.File) ? throw new StoreRefusedException($"The database {context.File} is there already; restore makes a new one.") : context.File;
    }

    private static async Task<int> MoveAsync(IServiceProvider services, FileInfo file, Checkpoint? checkpoint, CancellationToken cancellationToken)
    {
        await using var backup = await Databases.OpenForReadingAsync(services, file, cancellationToken);
        if (await Audits.RunAsync(backup, checkpoint, cancellationToken) is not CommandLine.Right and var exit) return exit;
        await using var context = Databases.Open(services, null);
        var clock = services.GetRequiredService<TimeProvider>();
        await context.PrepareAsync(clock, cancellationToken);
        await new RowCopy(backup, context).RunAsync(withKeys: true, cancellationToken);
        await context.PrepareAsync(clock, cancellationToken);
        return await Audits.RunAsync(context, checkpoint, cancellationToken);
    }
}
