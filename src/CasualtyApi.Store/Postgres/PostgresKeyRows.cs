using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Keys;
using CasualtyApi.Store.Terms;
using Npgsql;

namespace CasualtyApi.Store.Postgres;

/// <summary>A key's row by a statement that each connection has parsed once.</summary>
internal sealed class PostgresKeyRows(string connectionString) : KeyRows
{
    private const string ByHash = "SELECT id, name, role, prefix, hash, created_at, expires_at, revoked_at FROM api_keys WHERE hash = $1";

    public override void Dispose()
    {
        // Its connections are of the pool that the contexts use, too.
    }

    protected override async ValueTask<ApiKey?> ReadAsync(byte[] hash, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(ByHash, connection) { Parameters = { new() { Value = hash } } };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return !await row.ReadAsync(cancellationToken) ? null : new ApiKey
        {
            Id = row.GetInt64(0),
            Name = row.GetString(1),
            Role = Kebab.Parse<Role>(row.GetString(2)),
            Prefix = row.GetString(3),
            Hash = row.GetFieldValue<byte[]>(4),
            CreatedAt = row.GetInt64(5),
            ExpiresAt = row.IsDBNull(6) ? null : row.GetInt64(6),
            RevokedAt = row.IsDBNull(7) ? null : row.GetInt64(7),
        };
    }
}
