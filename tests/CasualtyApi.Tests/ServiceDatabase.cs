using CasualtyApi.Store;
using CasualtyApi.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace CasualtyApi.Tests;

/// <summary>The database of one service: a SQLite file in a folder of its own.</summary>
internal sealed class ServiceDatabase
{
    public const string Provider = "sqlite";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("casualty-service-");

    public IEnumerable<(string Name, string Value)> Settings => [("Database:ConnectionString", File)];

    /// <summary>Beside the database, where no option names another place.</summary>
    public string SigningKeyFile => File + ".key";

    private string File => Path.Combine(_folder.FullName, "casualty.db");

    public Task CreateAsync() => Task.CompletedTask;

    public CasualtyDbContext Open() => SqliteStore.Open(File);

    public Task DropAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
