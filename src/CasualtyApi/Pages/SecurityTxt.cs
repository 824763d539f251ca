using System.Globalization;
using CasualtyApi.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Pages;

/// <summary><c>/.well-known/security.txt</c> (RFC 9116).</summary>
internal static class SecurityTxt
{
    private const string Address = "/.well-known/security.txt";

    private static readonly TimeSpan HalfAYear = TimeSpan.FromDays(182);

    public static void Map(IEndpointRouteBuilder root) => root.MapGet(Address, Show).ExcludeFromDescription();

    private static ContentHttpResult Show(HttpContext http, IOptions<SecurityTxtOptions> options, TimeProvider clock) => TypedResults.Content(
        $"Contact: {options.Value.Contact ?? $"mailto:security@{http.Request.Host.Host}"}\n"
        + string.Create(CultureInfo.InvariantCulture, $"Expires: {(options.Value.Expires ?? clock.GetUtcNow() + HalfAYear).UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\n")
        + "Preferred-Languages: en\n"
        + $"Canonical: {Origin.Of(http.Request)}{Address}\n",
        "text/plain; charset=utf-8");
}
