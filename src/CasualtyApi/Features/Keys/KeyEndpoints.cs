using CasualtyApi.Http;
using CasualtyApi.Http.Keys;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Keys;

internal static class KeyEndpoints
{
    public const string Address = "/api/v1/keys";

    public static void Map(RouteGroupBuilder api)
    {
        var keys = api.MapGroup("/keys").WithTags("Keys").AddEndpointFilter<UncachedFilter>();

        keys.MapGet("", ListKeys.HandleAsync).WithMetadata(ListKeys.Query).For(Role.Admin).Named(nameof(ListKeys),
            "Lists the keys, revoked ones too.",
            "Secrets are kept nowhere and cannot be shown; `prefix` is how each begins.");

        keys.MapGet("/{id:number}", GetKey.HandleAsync).WithMetadata(new PathId("key", 1)).For(Role.Admin).Named(nameof(GetKey),
            "Gets a key.", "It is without its secret, which is kept nowhere.");

        keys.MapPost("", CreateKey.HandleAsync).AddEndpointFilter<ValidateFilter>().For(Role.Admin).Named(nameof(CreateKey),
            "Makes a key and shows its secret, once.",
            "Hand the `secret` to whom the key is for, on a way others do not see, and keep no copy: the service keeps none.");

        keys.MapDelete("/{id:number}", RevokeKey.HandleAsync).WithMetadata(new PathId("key", 2)).For(Role.Admin).Named(nameof(RevokeKey),
            "Revokes a key: from now on it opens nothing.",
            "The key stays in the list, for the ledger names it. Revoking it again changes nothing. The last key of an admin is not revoked.");
    }
}
