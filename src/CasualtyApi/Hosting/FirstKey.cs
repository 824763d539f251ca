using CasualtyApi.Store;
using CasualtyApi.Store.Keys;

namespace CasualtyApi.Hosting;

/// <summary>
/// The key everything else is handed out with. A database without any gets one of an admin, and its secret is printed once, past the
/// log; or the one named in <c>CASUALTY_ADMIN_KEY</c> is an admin's.
/// </summary>
internal static class FirstKey
{
    public const string Variable = "CASUALTY_ADMIN_KEY";

    /// <exception cref="StoreRefusedException">The variable holds what can be no key.</exception>
    public static async Task EnsureAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var given = services.GetRequiredService<IConfiguration>()[Variable] is { Length: > 0 } named ? named : null;
        if (given is not null && !KeySecret.IsWellFormed(given))
        {
            throw new StoreRefusedException($"{Variable} must be 32 to 200 printable ASCII characters, without spaces at its ends; it has {given.Length}.");
        }

        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<KeyRing>().IssueFirstAsync(given, cancellationToken) is { } secret)
        {
            await Console.Out.WriteLineAsync(
                $"""

                The key of the first admin, printed this once and kept nowhere:

                    {secret}

                Send it as "Authorization: Bearer {KeySecret.Mark}…". Lost? The command "keys create" makes another.

                """);
        }
    }
}
