using CasualtyApi.Http;
using CasualtyApi.Store.Keys;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Keys;

internal static class RevokeKey
{
    public static async Task<Results<Ok<KeyResponse>, NotFoundProblem, ConflictProblem>> HandleAsync(long id, KeyRing keys, CancellationToken cancellationToken) =>
        await keys.RevokeAsync(id, sparesLastAdmin: true, cancellationToken) switch
        {
            (Revocation.Done, { } key) => TypedResults.Ok(KeyResponse.Of(key)),
            (Revocation.LastAdmin, _) => new ConflictProblem(ProblemType.LastAdminKey, $"Key {id} is the last one that can make keys. Make another admin's key first."),
            _ => new NotFoundProblem("key", id),
        };
}
