using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Keys;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Store.Sqlite;

/// <summary>A key's row by one step of a prepared statement.</summary>
internal sealed class SqliteKeyRows(string connectionString) : KeyRows
{
    private readonly PreparedReaders readers = new(connectionString, "SELECT id, name, role, prefix, hash, created_at, expires_at, revoked_at FROM api_keys WHERE hash = ?1");

    public override void Dispose() => readers.Dispose();

    protected override ValueTask<ApiKey?> ReadAsync(byte[] hash, CancellationToken cancellationToken) => new(readers.Ask(row =>
    {
        row.Ask(hash);
        return !row.Step() ? null : new ApiKey
        {
            Id = row.Number(0),
            Name = row.Word(1)!,
            Role = Kebab.Parse<Role>(row.Word(2)!),
            Prefix = row.Word(3)!,
            Hash = row.Text(4).ToArray(),
            CreatedAt = row.Number(5),
            ExpiresAt = row.IsNull(6) ? null : row.Number(6),
            RevokedAt = row.IsNull(7) ? null : row.Number(7),
        };
    }));
}
