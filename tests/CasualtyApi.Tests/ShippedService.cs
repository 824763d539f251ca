namespace CasualtyApi.Tests;

/// <summary>The service as a fresh install starts it: the shipped seeds, read by the engine, and nothing else.</summary>
public sealed class ShippedService() : Service(("Seeds:Path", Path.Combine(Repository.Root, "seeds")))
{
    private protected override Task FillAsync() => Task.CompletedTask;
}
