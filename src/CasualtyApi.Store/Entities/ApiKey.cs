using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CasualtyApi.Store.Entities;

/// <summary>
/// Who may write, and what. The secret itself is nowhere: only its hash. A key is no part of the ledger, which names it as the
/// actor "key:" and its id, so its row stays when it is revoked.
/// </summary>
public sealed class ApiKey
{
    /// <summary>Never changes and is never given twice.</summary>
    public required long Id { get; init; }

    /// <summary>Whose it is, or what for.</summary>
    public required string Name { get; init; }

    public required Role Role { get; init; }

    /// <summary>How the secret begins: enough to tell keys apart, not to guess one.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>UTC milliseconds since 1970, as all instants here.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>From when on it opens nothing; null is never.</summary>
    public long? ExpiresAt { get; init; }

    /// <summary>When it was taken back.</summary>
    public long? RevokedAt { get; internal set; }

    /// <summary>Whether it opens anything at an instant.</summary>
    public bool IsValidAt(long instant) => RevokedAt is null && !(ExpiresAt <= instant);
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.HasIndex(key => key.Hash).IsUnique();
    }
}
