using System.CommandLine;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Exports;

namespace CasualtyApi.Commands;

/// <summary><c>export FILE</c>: what /api/v1/exports/ledger.ndjson answers, without a service.</summary>
internal static class ExportCommand
{
    public static Command Of(IServiceProvider services)
    {
        var file = new Argument<FileInfo>("file") { Description = "The file to write; it must not be there yet." };
        var database = Arguments.Database("A database file; absent, the service's own.");
        var command = new Command("export", "Writes the whole ledger as lines of JSON.") { file, database };
        command.SetAction(async (given, cancellationToken) =>
        {
            await using var context = await Databases.OpenForReadingAsync(services, given.GetValue(database), cancellationToken);
            await using var moment = await context.BeginReadAsync(cancellationToken);
            await using var stream = given.GetRequiredValue(file).Open(FileMode.CreateNew);
            var size = await new LedgerTree(context).SizeAsync(cancellationToken);
            await new LedgerExport(context).WriteAsync(stream, size, cancellationToken);
            Console.WriteLine($"{size} entries are in {given.GetRequiredValue(file)}.");
            return CommandLine.Right;
        });
        return command;
    }
}
