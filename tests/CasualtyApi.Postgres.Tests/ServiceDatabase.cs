using CasualtyApi.Store;
using CasualtyApi.Store.Postgres;

namespace CasualtyApi.Tests;

/// <summary>The database of one service: one of its own on the server of the run, its key in a folder of its own.</summary>
internal sealed class ServiceDatabase
{
    public const string Provider = "postgresql";

    private readonly string _name = PostgresServer.NewName();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("casualty-service-");

    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("Database:Provider", "postgres"), ("Database:ConnectionString", PostgresServer.ConnectionString(_name)), ("Ledger:SigningKeyFile", SigningKeyFile),
    ];

    public string SigningKeyFile => Path.Combine(_folder.FullName, "casualty.key");

    public Task CreateAsync() => PostgresServer.CreateAsync(_name, isEmpty: false);

    public CasualtyDbContext Open() => PostgresStore.Open(PostgresServer.ConnectionString(_name));

    public Task DropAsync()
    {
        _folder.Delete(recursive: true);
        return PostgresServer.DropAsync(_name);
    }
}
