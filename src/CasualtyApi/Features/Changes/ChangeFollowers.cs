using CasualtyApi.Store;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Changes;

/// <summary>Those who follow the changes. They are not many, and ask the database together how far it is.</summary>
internal sealed class ChangeFollowers(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, TimeProvider clock) : IDisposable
{
    public const int Most = 1000;

    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(200);
    private readonly SemaphoreSlim gate = new(1, 1);
    private int count;
    private long position;
    private long askedAt = long.MinValue;

    public TimeProvider Clock => clock;

    /// <summary>Followers are let go when the service stops.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>A place among them; null where there is none left.</summary>
    public Place? TryJoin()
    {
        if (Interlocked.Increment(ref count) <= Most) return new Place(this);
        Interlocked.Decrement(ref count);
        return null;
    }

    public async Task<long> PositionAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (askedAt != long.MinValue && clock.GetElapsedTime(askedAt) < Fresh) return position;
            await using var scope = scopes.CreateAsyncScope();
            position = await scope.ServiceProvider.GetRequiredService<CasualtyDbContext>()
                .Changes.MaxAsync(change => (long?)change.Position, cancellationToken) ?? 0;
            askedAt = clock.GetTimestamp();
            return position;
        }
        finally
        {
            gate.Release();
        }
    }

    public AsyncServiceScope Scope() => scopes.CreateAsyncScope();

    public void Dispose() => gate.Dispose();

    internal sealed class Place(ChangeFollowers followers) : IDisposable
    {
        public ChangeFollowers Followers => followers;

        public void Dispose() => Interlocked.Decrement(ref followers.count);
    }
}
