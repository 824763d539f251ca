using System.Security.Cryptography;
using CasualtyApi.Store.Entities;

namespace CasualtyApi.Store.Keys;

/// <summary>
/// Reads the row of a key, past everything else: every request with a key begins with it. It is asked of the database itself each time, so that what
/// another process revoked opens nothing here either.
/// </summary>
public abstract class KeyRows : IDisposable
{
    /// <summary>The key a secret belongs to, valid or not; null for nobody's.</summary>
    public async ValueTask<ApiKey?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = KeySecret.Hash(secret);
        return await ReadAsync(hash, cancellationToken) is { } key && CryptographicOperations.FixedTimeEquals(key.Hash, hash) ? key : null;
    }

    public abstract void Dispose();

    protected abstract ValueTask<ApiKey?> ReadAsync(byte[] hash, CancellationToken cancellationToken);
}
