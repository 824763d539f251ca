using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Health;

/// <summary>An answer to a probe.</summary>
internal sealed record HealthResponse(string Status);

internal static class GetLiveness
{
    public static Ok<HealthResponse> Handle() => TypedResults.Ok(new HealthResponse("live"));
}
