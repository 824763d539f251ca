using System.CommandLine;
using CasualtyApi.Store;

namespace CasualtyApi.Commands;

/// <summary>What the program does besides serving: its first word that is no setting names the command. One that names none is told so, instead of a start.</summary>
internal static class CommandLine
{
    /// <summary>It was done, and everything is right.</summary>
    public const int Right = 0;

    /// <summary>It was looked at, and something is wrong.</summary>
    public const int Wrong = 1;

    /// <summary>It could not be looked at: a file that is not there, an option that is not known.</summary>
    public const int Unclear = 2;

    /// <summary>The database is refused, as at a start of the service.</summary>
    public const int Refused = 3;

    private const string ContentRoot = "--contentRoot";

    public static bool IsIn(string[] args) =>
        Own(args) is [var first, ..] && (first is "-?" or "-h" or "--help" or "--version" || !(first.StartsWith('-') || first.StartsWith('/') || first.Contains('=', StringComparison.Ordinal)));

    public static async Task<int> RunAsync(string[] args, IServiceProvider services)
    {
        var parsed = Root(services).Parse(Own(args));
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            return Unclear;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StoreRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return Refused;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return Unclear;
        }
    }

    private static RootCommand Root(IServiceProvider services) => new("Casualty claims in conflicts.")
    {
        VerifyCommand.Of(services), ExportCommand.Of(services), ImportCommand.Of(services), BackupCommand.Of(services), RestoreCommand.Of(services),
        KeysCommand.Of(services), RereadCommand.Of(services), MigrateCommand.Of(services),
    };

    /// <summary>What is left without the settings, which are for the host: 'dotnet run' names the content root.</summary>
    private static string[] Own(string[] args) =>
    [
        .. args.Where((argument, index) => argument != ContentRoot && (index == 0 || args[index - 1] != ContentRoot)
            && !(argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains(':', StringComparison.Ordinal) && argument.Contains('=', StringComparison.Ordinal))),
    ];
}
