using System.CommandLine;
using CasualtyApi.Store;

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
            var target = Target(services, given.GetValue(database));
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

    private static string Target(IServiceProvider services, FileInfo? database)
    {
        using var context = Databases.Open(services, database);
        var target = context.Whereabouts;
        return File.Exists(target) ? throw new StoreRefusedException($"The database {target} is there already; restore makes a new one.") : target;
    }
}
