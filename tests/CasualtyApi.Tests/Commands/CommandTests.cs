using System.Diagnostics;
using CasualtyApi.Store.Sqlite;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Commands;

/// <summary>The program's own commands, in processes of their own, on what a running service gave away.</summary>
[Collection(SeededService.Name)]
public sealed class CommandTests(Service service) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("casualty-commands-");

    [Fact]
    public async Task An_export_is_verified_without_the_service_and_built_again()
    {
        await FetchAsync();

        Assert.Equal((0, ""), await RunAsync("verify", "ledger.ndjson", "--checkpoint", "checkpoint", "--key", "key"));
        Assert.Equal((0, ""), await RunAsync("import", "ledger.ndjson", "--database", "made.db", "--checkpoint", "checkpoint", "--key", "key"));
        Assert.Equal((0, ""), await RunAsync("verify", "--database", "made.db", "--checkpoint", "checkpoint", "--key", "key"));
        Assert.Equal((0, ""), await RunAsync("backup", "copy.db", "--database", "made.db"));
        Assert.Equal((0, ""), await RunAsync("restore", "copy.db", "--database", "again.db", "--checkpoint", "checkpoint", "--key", "key"));
        Assert.Equal((0, ""), await RunAsync("export", "again.ndjson", "--database", "again.db"));
        Assert.Equal(await File.ReadAllTextAsync(In("ledger.ndjson")), await File.ReadAllTextAsync(In("again.ndjson")));
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_what_cannot_be_judged_is_another_exit_code()
    {
        await FetchAsync();
        var lines = await File.ReadAllLinesAsync(In("ledger.ndjson"));
        lines[5] = lines[5].Replace("\\\"revision\\\":1", "\\\"revision\\\":2", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(In("edited.ndjson"), lines);
        await File.WriteAllTextAsync(In("forged"), (await File.ReadAllTextAsync(In("checkpoint"))).Replace("localhost/casualty-ledger\n3", "localhost/casualty-ledger\n4", StringComparison.Ordinal));

        await AssertAsync(1, "Entry 5 has another payload", "verify", "edited.ndjson", "--checkpoint", "checkpoint", "--key", "key");
        await AssertAsync(1, "Entry 5 has another payload", "import", "edited.ndjson", "--database", "none.db");
        await AssertAsync(1, "is not signed by the key", "verify", "ledger.ndjson", "--checkpoint", "forged", "--key", "key");
        await AssertAsync(2, "give --checkpoint", "verify", "ledger.ndjson");
        await AssertAsync(2, "Could not find file", "verify", "missing.ndjson", "--checkpoint", "checkpoint", "--key", "key");
        await AssertAsync(2, "--chekpoint", "verify", "ledger.ndjson", "--chekpoint", "checkpoint");
        await AssertAsync(2, "'verfy'", "verfy", "ledger.ndjson");
        await AssertAsync(3, "There is no database", "verify", "--database", "missing.db");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--version")]
    [InlineData("keys", "--help")]
    public async Task Help_is_given_and_nothing_is_started(params string[] arguments) => Assert.Equal((0, ""), await RunAsync(arguments));

    [Fact]
    public async Task A_database_is_made_ready_without_a_service_and_once_more_does_no_harm()
    {
        Assert.Equal((0, ""), await RunAsync("migrate", "--database", "ready.db"));
        Assert.Equal((0, ""), await RunAsync("migrate", "--database", "ready.db"));

        await using var database = SqliteStore.OpenCopy(In("ready.db"));
        Assert.Empty(await database.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Who_has_the_machine_makes_lists_and_revokes_keys()
    {
        await FetchAsync();
        Assert.Equal((0, ""), await RunAsync("import", "ledger.ndjson", "--database", "made.db"));
        Assert.Equal((0, ""), await RunAsync("keys", "create", "--name", "A desk", "--database", "made.db"));
        Assert.Equal((0, ""), await RunAsync("keys", "list", "--database", "made.db"));
        Assert.Equal((0, ""), await RunAsync("keys", "revoke", "1", "--database", "made.db"));

        await using var database = SqliteStore.OpenCopy(In("made.db"));
        var key = await database.ApiKeys.SingleAsync();
        Assert.Equal((1, "A desk", Role.Admin, true), (key.Id, key.Name, key.Role, key.RevokedAt is not null));
        await AssertAsync(2, "There is no key 9", "keys", "revoke", "9", "--database", "made.db");
        await AssertAsync(2, "king", "keys", "create", "--name", "x", "--role", "king", "--database", "made.db");
        await AssertAsync(3, "There is no database", "keys", "list", "--database", "missing.db");
    }

    [PythonFact]
    public async Task A_verifier_written_from_the_documentation_alone_agrees()
    {
        await FetchAsync();
        var lines = await File.ReadAllLinesAsync(In("ledger.ndjson"));
        lines[1] = lines[1].Replace("\"words\":{\"text\":\"", "\"words\":{\"text\":\"x", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(In("edited.ndjson"), lines);
        var script = Path.Combine(Repository.Root, "tests", "verify_export.py");

        Assert.Contains("are those of the checkpoint", await Programs.RunAsync(folder.FullName, "python3", script, "ledger.ndjson", "checkpoint", "key"), StringComparison.Ordinal);
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => Programs.RunAsync(folder.FullName, "python3", script, "edited.ndjson", "checkpoint", "key"));
        Assert.Contains("Entry ", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string In(string file) => Path.Combine(folder.FullName, file);

    private async Task FetchAsync()
    {
        await File.WriteAllBytesAsync(In("ledger.ndjson"), await service.Client.GetByteArrayAsync("/api/v1/exports/ledger.ndjson"));
        await File.WriteAllBytesAsync(In("checkpoint"), await service.Client.GetByteArrayAsync("/api/v1/ledger/checkpoint"));
        await File.WriteAllBytesAsync(In("key"), await service.Client.GetByteArrayAsync("/api/v1/ledger/verifier-key"));
    }

    private async Task AssertAsync(int exit, string complaint, params string[] arguments)
    {
        var (code, error) = await RunAsync(arguments);
        Assert.Equal((exit, true), (code, error.Contains(complaint, StringComparison.Ordinal)));
    }

    private async Task<(int Exit, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CasualtyApi.dll"), .. arguments])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        process.BeginOutputReadLine();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }
}

/// <summary>A test that needs python3 and openssl, and skips visibly without them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        if (!Programs.Has("python3") || !Programs.Has("openssl")) Skip = "Needs python3 and openssl.";
    }
}
