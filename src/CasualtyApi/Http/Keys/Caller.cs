using System.Globalization;
using System.Security.Claims;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Http.Keys;

/// <summary>Whose key a request came with. A handler behind <see cref="RoleRoutes.For"/> takes it as a parameter.</summary>
/// <param name="KeyId">The id of the key.</param>
/// <param name="Role">What it may do.</param>
internal sealed record Caller(long KeyId, Role Role)
{
    /// <summary>How the ledger names the caller.</summary>
    public string Actor => string.Create(CultureInfo.InvariantCulture, $"key:{KeyId}");

    /// <summary>Null where no key was sent.</summary>
    public static Caller? Of(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && context.User.FindFirstValue(ClaimTypes.Role) is { } role
            ? new(long.Parse(id, CultureInfo.InvariantCulture), Kebab.Parse<Role>(role))
            : null;

    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    internal ClaimsIdentity Identity => new(
        [new(ClaimTypes.NameIdentifier, KeyId.ToString(CultureInfo.InvariantCulture)), new(ClaimTypes.Role, Kebab.Of(Role))],
        KeyAuthentication.Bearer);
}
