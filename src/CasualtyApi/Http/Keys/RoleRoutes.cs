using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Authorization;

namespace CasualtyApi.Http.Keys;

/// <summary>The least role an operation needs, for its answers and its documentation.</summary>
internal sealed record NeededRole(Role Role);

/// <summary>Hangs roles on routes.</summary>
internal static class RoleRoutes
{
    /// <summary>Lets in keys of a role, or of one that may do more; others get 401 or 403.</summary>
    public static RouteHandlerBuilder For(this RouteHandlerBuilder route, Role role) => route
        .RequireAuthorization(Kebab.Of(role))
        .WithMetadata(new NeededRole(role))
        .Produces<ProblemResponse>(StatusCodes.Status401Unauthorized, ProblemResponse.MediaType)
        .Produces<ProblemResponse>(StatusCodes.Status403Forbidden, ProblemResponse.MediaType);

    /// <summary>One policy a role, of its name.</summary>
    public static void AddRoles(this AuthorizationOptions options)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            options.AddPolicy(Kebab.Of(role), policy => policy.RequireRole(Enum.GetValues<Role>().Where(other => other >= role).Select(Kebab.Of)));
        }
    }
}
