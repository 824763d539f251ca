using System.Security.Cryptography;
using CasualtyApi.Http;
using CasualtyApi.Http.Keys;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.DataProtection;

namespace CasualtyApi.Pages.Frame;

/// <summary>Somebody at a page, and the key they came with.</summary>
/// <param name="Key">The secret, to call operations with.</param>
/// <param name="Caller">What it may do, asked just now; null where it opens nothing, or nobody signed in.</param>
/// <param name="Refusal">Why it opens nothing; null where it does, or nobody signed in.</param>
internal sealed record Visitor(string? Key, Caller? Caller, ProblemType? Refusal)
{
    public bool May(Role role) => Caller is { } caller && caller.Role >= role;
}

/// <summary>
/// The key that somebody typed, sealed, in a cookie that no script reads, that no other site's page sends along, and that the API does not
/// know. Whether it still opens something is asked anew each time.
/// </summary>
internal sealed class KeyCookie(IDataProtectionProvider protection)
{
    private const string Name = "key";
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("CasualtyApi.KeyCookie").ToTimeLimitedDataProtector();

    /// <summary>Who sent a request: by the key typed into its form, which is kept if it opens something; else by the one kept before.</summary>
    /// <param name="http">The request.</param>
    /// <param name="typed">The key in the form; empty or null where none is.</param>
    public async Task<Visitor> VisitorAsync(HttpContext http, string? typed = null)
    {
        var isTyped = !string.IsNullOrWhiteSpace(typed);
        if ((isTyped ? typed!.Trim() : Kept(http)) is not { } key) return new(null, null, null);

        var (caller, refusal) = await http.RequestServices.GetRequiredService<KeyCheck>().AskAsync(key, http.RequestAborted);
        if (caller is not null && isTyped) http.Response.Cookies.Append(Name, _seal.Protect(key, Lasting), Options(http, Lasting));
        return new(key, caller, refusal);
    }

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    private string? Kept(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { Length: > 0 } cookie) return null;
        try
        {
            return _seal.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext http, TimeSpan? lasting) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/", MaxAge = lasting, IsEssential = true };
}
