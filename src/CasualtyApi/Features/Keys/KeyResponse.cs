using CasualtyApi.Http;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Keys;

/// <summary>An API key, without its secret.</summary>
/// <param name="Name">Whose it is, or what for.</param>
/// <param name="Prefix">How its secret begins.</param>
/// <param name="ExpiresAt">From when on it opens nothing; null is never.</param>
/// <param name="RevokedAt">When it was taken back; null where it was not.</param>
internal record KeyResponse(long Id, string Name, Role Role, string Prefix, DateTime CreatedAt, DateTime? ExpiresAt, DateTime? RevokedAt)
{
    public static KeyResponse Of(ApiKey key) => new(
        key.Id, key.Name, key.Role, key.Prefix, Instant.Of(key.CreatedAt), Instant.OrNull(key.ExpiresAt), Instant.OrNull(key.RevokedAt));
}

/// <summary>An API key just made.</summary>
/// <param name="Secret">What is sent as `Authorization: Bearer`. It is shown here, and never again.</param>
internal sealed record NewKeyResponse(
    string Secret, long Id, string Name, Role Role, string Prefix, DateTime CreatedAt, DateTime? ExpiresAt, DateTime? RevokedAt)
    : KeyResponse(Id, Name, Role, Prefix, CreatedAt, ExpiresAt, RevokedAt)
{
    public static NewKeyResponse Of(ApiKey key, string secret) => new(
        secret, key.Id, key.Name, key.Role, key.Prefix, Instant.Of(key.CreatedAt), Instant.OrNull(key.ExpiresAt), null);
}
