using Microsoft.Extensions.DependencyInjection;

namespace CasualtyApi.Tests;

/// <summary>A service whose clock stands still, so that another that is asked the same can answer the same.</summary>
internal sealed class StoppedService(params (string Name, string Value)[] settings) : SampledService(settings)
{
    private protected override void Configure(IServiceCollection services) => services.AddSingleton<TimeProvider>(new StoppedClock());

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    }
}
