using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Store.Keys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Keys;

internal static class CreateKey
{
    public static async Task<Results<Created<NewKeyResponse>, BadRequestProblem>> HandleAsync(
        JsonBody<CreateKeyRequest> body, KeyRing keys, CancellationToken cancellationToken)
    {
        var request = body.Request;
        var (key, secret) = await keys.IssueAsync(request.Name, request.Role, request.ExpiresAt?.ToUnixTimeMilliseconds(), cancellationToken);
        return TypedResults.Created($"{KeyEndpoints.Address}/{key.Id}", NewKeyResponse.Of(key, secret));
    }
}
