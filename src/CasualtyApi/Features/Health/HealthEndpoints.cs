using CasualtyApi.Http;

namespace CasualtyApi.Features.Health;

/// <summary>What those who run the service ask; at the root, and never cached.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder root)
    {
        var health = root.MapGroup("").WithTags("Health").AddEndpointFilter<UncachedFilter>();

        health.MapGet("/health/live", GetLiveness.Handle).Named(nameof(GetLiveness),
            "Says whether the process runs.", "It asks nothing of the database; a service that fails this one should be restarted.");

        health.MapGet("/health/ready", GetReadiness.HandleAsync).Named(nameof(GetReadiness),
            "Says whether the service can answer.", "It reads from the database; a service that fails this one should be sent no requests for now.");

        health.MapGet("/status", GetStatus.HandleAsync).AddEndpointFilter<StrictQueryFilter>()
            .Named(nameof(GetStatus),
            "Says what is loaded.", "How many records there are, the last change, the versions, and which database is in use.");
    }
}
