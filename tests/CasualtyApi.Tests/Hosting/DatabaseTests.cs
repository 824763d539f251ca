namespace CasualtyApi.Tests.Hosting;

/// <summary>The built program in a process of its own, as a person starts it.</summary>
public sealed class DatabaseTests
{
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
            using var service = await ServiceProcess.ServeAsync(folder, $"--Database:ConnectionString={relative}");
        }

        Assert.Equal(1L, await database.SqlAsync("SELECT count(*) FROM documents"));
    }

    private static async Task AssertRefusedAsync(string database, string reason, params string[] more)
    {
        using var service = ServiceProcess.Start(Path.GetTempPath(), [$"--Database:ConnectionString={database}", .. more]);
        var (code, complaint) = await service.EndAsync();

        Assert.Equal(3, code);
        Assert.Contains(reason, Assert.Single(complaint.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }
}
