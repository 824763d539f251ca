using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CasualtyApi.Tests.Hosting;

/// <summary>The built program in a process of its own, as a person starts it.</summary>
public sealed class DatabaseTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_damaged_database_is_one_line_on_stderr_and_exit_code_3()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.CloseAsync();
        await using (var file = File.OpenWrite(database.Path)) await file.WriteAsync(new byte[200]);
        await AssertRefusedAsync(database.Path, "is damaged");
    }

    [Fact]
    public async Task An_empty_file_is_one_line_on_stderr_and_exit_code_3()
    {
        await using var database = TestDatabase.Missing();
        await File.WriteAllTextAsync(database.Path, "");
        await AssertRefusedAsync(database.Path, "is empty (0 bytes)");
        Assert.Equal(0, new FileInfo(database.Path).Length);
    }

    [Fact]
    public async Task A_later_versions_database_is_one_line_on_stderr_and_exit_code_3()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SqlAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Tomorrow', '99.0')");
        await AssertRefusedAsync(database.Path, "a later version");
    }

    [Fact]
    public async Task A_locked_database_is_one_line_on_stderr_and_exit_code_3()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database.Path};Pooling=False");
        await other.OpenAsync();
        await using var write = other.BeginTransaction();
        await AssertRefusedAsync(database.Path, "is locked by another process");
    }

    [Fact]
    public async Task An_unknown_provider_is_one_line_on_stderr_and_exit_code_3() =>
        await AssertRefusedAsync("x.db", "Database__Provider", "--Database:Provider=oracle");

    [Fact]
    public async Task Another_current_folder_means_the_same_database()
    {
        await using var database = TestDatabase.Missing();
        var elsewhere = Path.GetDirectoryName(database.Path)!;
        var relative = Path.GetRelativePath(AppContext.BaseDirectory, database.Path);

        foreach (var folder in new[] { elsewhere, AppContext.BaseDirectory })
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            listener.Stop();
            using var process = Start(folder, $"--Database:ConnectionString={relative}", $"--urls=http://127.0.0.1:{port}");
            try
            {
                await AnswersAsync(port, process);
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
        }

        Assert.Equal(1L, await database.SqlAsync("SELECT count(*) FROM documents"));
    }

    private static async Task AnswersAsync(int port, Process process)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var client = new TcpClient();
        while (!client.Connected)
        {
            Assert.False(process.HasExited, "The service stopped.");
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
            }
            catch (SocketException)
            {
                await Task.Delay(50, limit.Token);
            }
        }
    }

    private static async Task AssertRefusedAsync(string database, string reason, params string[] more)
    {
        using var process = Start(Path.GetTempPath(), [$"--Database:ConnectionString={database}", .. more]);
        using var limit = new CancellationTokenSource(Limit);
        var standardError = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);

        Assert.Equal(3, process.ExitCode);
        Assert.Contains(reason, Assert.Single(standardError.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    private static Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CasualtyApi.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }
}
