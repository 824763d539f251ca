using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CasualtyApi.Store.Keys;

/// <summary>All keys of a database.</summary>
public sealed class KeyRing(CasualtyDbContext context, TimeProvider clock)
{
    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Makes a key.</summary>
    /// <param name="name">Whose it is, or what for.</param>
    /// <param name="role">What it may do.</param>
    /// <param name="expiresAt">UTC milliseconds since 1970; null for never.</param>
    /// <param name="cancellationToken">Stops it before it is made.</param>
    /// <returns>The key, and the secret that is shown once.</returns>
    public async Task<(ApiKey Key, string Secret)> IssueAsync(string name, Role role, long? expiresAt, CancellationToken cancellationToken = default)
    {
        var secret = KeySecret.New();
        await using var transaction = await BeginAsync(cancellationToken);
        var key = await AddAsync(name, role, secret, expiresAt, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (key, secret);
    }

    /// <summary>Makes the first key of a database that has none: an admin's, whose secret is the one given, or new.</summary>
    /// <returns>The secret where it is new and nobody knows it yet.</returns>
    public async Task<string?> IssueFirstAsync(string? given, CancellationToken cancellationToken = default)
    {
        await using var transaction = await BeginAsync(cancellationToken);
        var hash = given is null ? null : KeySecret.Hash(given);
        if (await context.ApiKeys.AnyAsync(key => hash == null || key.Hash == hash, cancellationToken)) return null;
        var secret = given ?? KeySecret.New();
        await AddAsync(given is null ? "first start" : "CASUALTY_ADMIN_KEY", Role.Admin, secret, null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return given is null ? secret : null;
    }

    /// <summary>Takes a key back; it opens nothing from now on. One that was taken back stays so.</summary>
    /// <param name="id">Of the key.</param>
    /// <param name="sparesLastAdmin">Whether the last key that could make another is left alone.</param>
    /// <param name="cancellationToken">Stops it before it is done.</param>
    public async Task<(Revocation Outcome, ApiKey? Key)> RevokeAsync(long id, bool sparesLastAdmin, CancellationToken cancellationToken = default)
    {
        await using var transaction = await BeginAsync(cancellationToken);
        if (await context.ApiKeys.SingleOrDefaultAsync(key => key.Id == id, cancellationToken) is not { } found) return (Revocation.Unknown, null);
        if (found.RevokedAt is not null) return (Revocation.Done, found);
        if (sparesLastAdmin && found.Role == Role.Admin && !await HasOtherAdminAsync(id, cancellationToken)) return (Revocation.LastAdmin, found);
        found.RevokedAt = Now;
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (Revocation.Done, found);
    }

    /// <summary>One at a time counts and changes keys: where the database itself lets in more, the row of their counter does not.</summary>
    private async Task<IDbContextTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Counters.Where(counter => counter.Name == Counter.Key)
            .ExecuteUpdateAsync(set => set.SetProperty(counter => counter.Value, counter => counter.Value), cancellationToken);
        return transaction;
    }

    private Task<bool> HasOtherAdminAsync(long id, CancellationToken cancellationToken)
    {
        var now = Now;
        return context.ApiKeys.AnyAsync(
            key => key.Id != id && key.Role == Role.Admin && key.RevokedAt == null && (key.ExpiresAt == null || key.ExpiresAt > now), cancellationToken);
    }

    private async Task<ApiKey> AddAsync(string name, Role role, string secret, long? expiresAt, CancellationToken cancellationToken)
    {
        await context.Counters.Where(counter => counter.Name == Counter.Key)
            .ExecuteUpdateAsync(set => set.SetProperty(counter => counter.Value, counter => counter.Value + 1), cancellationToken);
        var key = new ApiKey
        {
            Id = await context.Counters.Where(counter => counter.Name == Counter.Key).Select(counter => counter.Value).SingleAsync(cancellationToken),
            Name = name,
            Role = role,
            Prefix = KeySecret.Prefix(secret),
            Hash = KeySecret.Hash(secret),
            CreatedAt = Now,
            ExpiresAt = expiresAt,
        };
        context.Add(key);
        await context.SaveChangesAsync(cancellationToken);
        return key;
    }
}

/// <summary>What became of a wish to take a key back.</summary>
public enum Revocation
{
    Done,
    Unknown,

    /// <summary>Nobody could make a key any more but by the command.</summary>
    LastAdmin,
}
