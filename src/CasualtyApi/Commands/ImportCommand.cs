using System.CommandLine;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Notes;
using CasualtyApi.Store.Ledger.Replay;

namespace CasualtyApi.Commands;

/// <summary><c>import FILE</c>: builds an empty database from an exported ledger.</summary>
internal static class ImportCommand
{
    public static Command Of(IServiceProvider services)
    {
        var file = new Argument<FileInfo>("export") { Description = "An exported ledger.ndjson." };
        var checkpoint = Arguments.Checkpoint("A checkpoint the export must agree with.");
        var key = Arguments.Key();
        var database = Arguments.Database("The database file to make; absent, the service's own.");
        var command = new Command("import", "Builds an empty database from an exported ledger: the same ids, revisions, positions and root.") { file, checkpoint, key, database };
        command.SetAction(async (given, cancellationToken) =>
        {
            var (kept, fault) = await KeptCheckpoint.ReadAsync(given.GetValue(checkpoint), given.GetValue(key), cancellationToken);
            return fault is null
                ? await RunAsync(services, given.GetRequiredValue(file), given.GetValue(database), kept, cancellationToken)
                : await WrongAsync(fault);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, FileInfo export, FileInfo? database, Checkpoint? checkpoint, CancellationToken cancellationToken)
    {
        using var lines = export.OpenText();
        await using var context = Databases.Open(services, database);
        await context.PrepareAsync(services.GetRequiredService<TimeProvider>(), cancellationToken);
        var verdict = await new LedgerImport(context).RunAsync(lines, checkpoint, cancellationToken);
        if (verdict.Fault is not null) return await WrongAsync($"{verdict.Fault} Nothing was imported.");
        await services.GetRequiredService<ChangeLog>().GrowTreeAsync(context, cancellationToken);
        await context.PrepareAsync(services.GetRequiredService<TimeProvider>(), cancellationToken);
        return await Audits.RunAsync(context, checkpoint, cancellationToken);
    }

    private static async Task<int> WrongAsync(string fault)
    {
        await Console.Error.WriteLineAsync(fault);
        return CommandLine.Wrong;
    }
}
