using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Http;

/// <summary>How the service takes leave.</summary>
internal sealed class DrainOptions
{
    public const string Section = "Drain";

    /// <summary>What is given to requests under way once nothing new is accepted, in seconds.</summary>
    private const int Rest = 30;

    /// <summary>For how many seconds a service that was told to stop still answers everything while `/health/ready` says no.</summary>
    [Range(0, 600, ErrorMessage = "Drain__Seconds must be 0 to 600.")]
    public int Seconds { get; set; }

    /// <summary>All the time a stop may take.</summary>
    public TimeSpan ShutdownTimeout => TimeSpan.FromSeconds(Seconds + Rest);
}

/// <summary>
/// The time between the order to stop and the stop itself, in which whoever distributes requests sees that this process is not ready
/// any more and sends them elsewhere. None is refused meanwhile.
/// </summary>
internal sealed class Drain(IOptions<DrainOptions> options, TimeProvider clock) : IHostedLifecycleService
{
    /// <summary>Whether the service was told to stop.</summary>
    public bool HasBegun { get; private set; }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        HasBegun = true;
        await Task.Delay(TimeSpan.FromSeconds(options.Value.Seconds), clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
