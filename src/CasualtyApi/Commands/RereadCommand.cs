using System.CommandLine;
using CasualtyApi.Ingest;
using CasualtyApi.Store.Ledger;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Commands;

/// <summary><c>reread [ID…]</c>: reads stored documents again with this version of the engine, each in a change of its own.</summary>
internal static class RereadCommand
{
    public static Command Of(IServiceProvider services)
    {
        var documents = new Argument<long[]>("documents") { Description = "Ids of documents; without any, all are read.", Arity = ArgumentArity.ZeroOrMore };
        var database = Arguments.Database("The database file; absent, the service's own.");
        var command = new Command("reread", "Reads stored documents again with this version of the engine. A start never does.") { documents, database };
        command.SetAction((given, cancellationToken) => RunAsync(services, given.GetValue(documents) ?? [], given.GetValue(database), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, long[] wanted, FileInfo? database, CancellationToken cancellationToken)
    {
        await using var context = Databases.Open(services, database);
        await context.PrepareAsync(services.GetRequiredService<TimeProvider>(), cancellationToken);
        await using var writer = new LedgerWriter(services.GetRequiredService<ChangeLog>(), () => Databases.Open(services, database));
        var ids = wanted.Length > 0 ? [.. wanted] : await context.Documents.OrderBy(document => document.Id).Select(document => document.Id).ToListAsync(cancellationToken);
        var exit = CommandLine.Right;
        foreach (var id in ids)
        {
            var read = await writer.WriteAsync(ChangeLog.Engine, (db, ledger, stop) => Rereading.ReadAsync(db, ledger, id, stop), cancellationToken);
            if (read is null) exit = CommandLine.Wrong;
            await Console.Out.WriteLineAsync(read is null
                ? $"Document {id} is not there."
                : $"Document {id}: {read.Changes} changes, {read.Superseded} claims not read any more.");
        }

        return exit;
    }
}
