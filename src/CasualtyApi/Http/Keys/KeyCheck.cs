using CasualtyApi.Store.Keys;

namespace CasualtyApi.Http.Keys;

/// <summary>Whose key a secret is, and what it may do at this moment: asked here, whether it came in a header or was typed on a page.</summary>
internal sealed class KeyCheck(KeyRows keys, TimeProvider clock)
{
    /// <returns>The caller; or why the secret opens nothing.</returns>
    public async Task<(Caller? Caller, ProblemType? Problem)> AskAsync(string secret, CancellationToken cancellationToken)
    {
        if (!KeySecret.IsWellFormed(secret)) return (null, ProblemType.KeyMalformed);
        return await keys.FindAsync(secret, cancellationToken) switch
        {
            null => (null, ProblemType.KeyUnknown),
            { RevokedAt: not null } => (null, ProblemType.KeyRevoked),
            var key when !key.IsValidAt(clock.GetUtcNow().ToUnixTimeMilliseconds()) => (null, ProblemType.KeyExpired),
            var key => (new(key.Id, key.Role), null),
        };
    }
}
