using System.CommandLine;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Commands;

/// <summary><c>migrate</c>: the database gets this version's schema, before any service of this version is started on it.</summary>
internal static class MigrateCommand
{
    public static Command Of(IServiceProvider services)
    {
        var database = Arguments.Database("A database file; absent, the service's own.");
        var command = new Command("migrate", "Brings the database to this version's schema, under a lock that every start waits for, and ends.") { database };
        command.SetAction(async (given, cancellationToken) =>
        {
            await using var context = Databases.Open(services, given.GetValue(database));
            await context.PrepareAsync(services.GetRequiredService<TimeProvider>(), cancellationToken);
            Console.WriteLine($"{context.Whereabouts}: schema {context.Database.GetMigrations().Last()}.");
            return CommandLine.Right;
        });
        return command;
    }
}
