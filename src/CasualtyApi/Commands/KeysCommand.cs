using System.CommandLine;
using System.Globalization;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Keys;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Commands;

/// <summary><c>keys create|list|revoke</c>: for who has the machine and no key, while the service runs or not.</summary>
internal static class KeysCommand
{
    public static Command Of(IServiceProvider services)
    {
        var database = Arguments.Database("A database file; absent, the service's own.");
        return new Command("keys", "Makes, lists and revokes API keys, past the service.") { Create(services, database), List(services, database), Revoke(services, database) };
    }

    private static Command Create(IServiceProvider services, Option<FileInfo?> database)
    {
        var name = new Option<string>("--name") { Description = "Whose it is, or what for.", Required = true };
        var role = new Option<string>("--role") { Description = string.Join(", ", Kebab.All<Role>()) + ".", DefaultValueFactory = _ => Kebab.Of(Role.Admin) };
        role.AcceptOnlyFromAmong([.. Kebab.All<Role>()]);
        var expires = new Option<DateTimeOffset?>("--expires") { Description = "From when on it opens nothing, such as 2030-01-01T00:00:00Z; absent, never." };
        var command = new Command("create", "Makes a key and prints its secret, once.") { name, role, expires, database };
        command.SetAction((given, cancellationToken) => OnAsync(services, given.GetValue(database), async (_, keys) =>
        {
            var (key, secret) = await keys.IssueAsync(
                given.GetRequiredValue(name), Kebab.Parse<Role>(given.GetRequiredValue(role)), given.GetValue(expires)?.ToUnixTimeMilliseconds(), cancellationToken);
            Console.WriteLine(Line(key));
            Console.WriteLine(secret);
            return CommandLine.Right;
        }, cancellationToken));
        return command;
    }

    private static Command List(IServiceProvider services, Option<FileInfo?> database)
    {
        var command = new Command("list", "Lists all keys: id, role, how the secret begins, what became of it, name.") { database };
        command.SetAction((given, cancellationToken) => OnAsync(services, given.GetValue(database), async (context, _) =>
        {
            await foreach (var key in context.ApiKeys.AsNoTracking().OrderBy(key => key.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                Console.WriteLine(Line(key));
            }

            return CommandLine.Right;
        }, cancellationToken));
        return command;
    }

    private static Command Revoke(IServiceProvider services, Option<FileInfo?> database)
    {
        var id = new Argument<long>("id") { Description = "Of the key, as 'keys list' shows it." };
        var command = new Command("revoke", "Revokes a key, the last one of an admin too.") { id, database };
        command.SetAction((given, cancellationToken) => OnAsync(services, given.GetValue(database), async (_, keys) =>
        {
            var (outcome, key) = await keys.RevokeAsync(given.GetRequiredValue(id), sparesLastAdmin: false, cancellationToken);
            if (outcome == Revocation.Unknown) throw new IOException($"There is no key {given.GetRequiredValue(id)}.");
            Console.WriteLine(Line(key!));
            return CommandLine.Right;
        }, cancellationToken));
        return command;
    }

    private static async Task<int> OnAsync(
        IServiceProvider services, FileInfo? database, Func<CasualtyDbContext, KeyRing, Task<int>> act, CancellationToken cancellationToken)
    {
        await using (await Databases.OpenForReadingAsync(services, database, cancellationToken))
        {
            // It is there, and of this version.
        }

        await using var context = Databases.Open(services, database);
        try
        {
            return await act(context, new KeyRing(context, services.GetRequiredService<TimeProvider>()));
        }
        catch (System.Data.Common.DbException fault) when (context.TroubleIn(fault) is { } trouble)
        {
            throw new StoreRefusedException($"The database {context.Whereabouts} cannot be written: {Kebab.Of(trouble)}.", fault);
        }
    }

    private static string Line(ApiKey key) => string.Create(CultureInfo.InvariantCulture,
        $"{key.Id}\t{Kebab.Of(key.Role)}\t{key.Prefix}…\t{(key.RevokedAt is { } revoked ? $"revoked {Time(revoked)}" : key.ExpiresAt is { } end ? $"expires {Time(end)}" : "valid")}\t{key.Name}");

    private static string Time(long instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
