using CasualtyApi.Store;
using CasualtyApi.Store.Ledger.Notes;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Queries.Ledger;

/// <summary>Signs checkpoints with the one key of this ledger, which is made before the first request.</summary>
internal sealed class CheckpointSigner(
    IOptions<LedgerOptions> options, IHostEnvironment environment, IServiceScopeFactory scopes) : IHostedService
{
    private SigningKey? key;

    public VerifierKey Verifier => Key.VerifierOf(options.Value.Origin);

    private SigningKey Key => key ?? throw new InvalidOperationException("The service has not started.");

    public string Sign(long size, byte[] root)
    {
        var origin = options.Value.Origin;
        return SignedNote.Sign(new Checkpoint(origin, size, root).Text, origin, Key).ToString();
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        key = SigningKey.LoadOrMake(File());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string File()
    {
        if (options.Value.SigningKeyFile is { Length: > 0 } named) return Path.GetFullPath(named, environment.ContentRootPath);
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<CasualtyDbContext>().File is { } database
            ? database + ".key"
            : Path.GetFullPath(LedgerOptions.KeyBesideServer, environment.ContentRootPath);
    }
}
