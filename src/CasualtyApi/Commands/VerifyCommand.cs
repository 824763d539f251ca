using System.CommandLine;
using CasualtyApi.Store.Ledger.Exports;
using CasualtyApi.Store.Ledger.Notes;

namespace CasualtyApi.Commands;

/// <summary><c>verify FILE --checkpoint FILE</c>: an export, without service and database. <c>verify [--database FILE]</c>: a whole database.</summary>
internal static class VerifyCommand
{
    public static Command Of(IServiceProvider services)
    {
        var file = new Argument<FileInfo?>("export") { Description = "An exported ledger.ndjson.", Arity = ArgumentArity.ZeroOrOne };
        var checkpoint = Arguments.Checkpoint("A checkpoint (/api/v1/ledger/checkpoint) kept apart from the ledger; for an export it must be given.");
        var key = Arguments.Key();
        var database = Arguments.Database("A database file; absent as the export is, the service's own. Every row is compared with its ledger.");
        var command = new Command("verify", "Verifies an exported ledger, or a database, against a checkpoint; names the first entry that is wrong.") { file, checkpoint, key, database };
        command.Validators.Add(given =>
        {
            if (given.GetValue(file) is not null && given.GetValue(database) is not null) given.AddError("Give either an export, or --database.");
            if (given.GetValue(file) is not null && given.GetValue(checkpoint) is null) given.AddError("An export proves nothing by itself: give --checkpoint.");
        });
        command.SetAction(async (given, cancellationToken) =>
        {
            var (kept, fault) = await KeptCheckpoint.ReadAsync(given.GetValue(checkpoint), given.GetValue(key), cancellationToken);
            if (fault is not null) return await WrongAsync(fault);
            if (given.GetValue(file) is { } export) return await VerifyAsync(export, kept!, cancellationToken);
            await using var context = await Databases.OpenForReadingAsync(services, given.GetValue(database), cancellationToken);
            return await Audits.RunAsync(context, kept, cancellationToken);
        });
        return command;
    }

    private static async Task<int> VerifyAsync(FileInfo export, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        using var lines = export.OpenText();
        var verdict = await new ExportVerification(checkpoint).RunAsync(lines, cancellationToken: cancellationToken);
        if (verdict.Fault is not null) return await WrongAsync(verdict.Fault);
        Console.WriteLine($"{export}: entries 1 to {checkpoint.Size} are those of the checkpoint{Beyond(verdict.Entries - checkpoint.Size)}.");
        return CommandLine.Right;
    }

    private static string Beyond(long more) => more == 0 ? "" : $"; {more} that came after it are right by themselves, and not covered by it";

    private static async Task<int> WrongAsync(string fault)
    {
        await Console.Error.WriteLineAsync(fault);
        return CommandLine.Wrong;
    }
}
