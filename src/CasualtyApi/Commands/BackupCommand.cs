using System.CommandLine;

namespace CasualtyApi.Commands;

/// <summary><c>backup FILE</c>: one moment of the database, written while the service runs, and verified.</summary>
internal static class BackupCommand
{
    public static Command Of(IServiceProvider services)
    {
        var file = new Argument<FileInfo>("file") { Description = "The file to write; it must not be there yet." };
        var database = Arguments.Database("A database file; absent, the service's own.");
        var command = new Command("backup", "Copies the database, in use or not, and verifies the copy. The signing key is not in it.") { file, database };
        command.SetAction(async (given, cancellationToken) =>
        {
            var target = given.GetRequiredValue(file);
            if (target.Exists) throw new IOException($"{target} is there already.");
            await using (var context = await Databases.OpenForReadingAsync(services, given.GetValue(database), cancellationToken))
            {
                await context.CopyAsync(target.FullName, withKeys: true, cancellationToken);
            }

            await using var copy = await Databases.OpenForReadingAsync(services, target, cancellationToken);
            return await Audits.RunAsync(copy, null, cancellationToken);
        });
        return command;
    }
}
