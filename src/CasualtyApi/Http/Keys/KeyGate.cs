using System.Buffers;
using CasualtyApi.Store.Keys;
using Microsoft.AspNetCore.Authentication;

namespace CasualtyApi.Http.Keys;

/// <summary>
/// What every request with a key passes, whatever it asks for. A key that opens nothing is refused where none is needed, too: its
/// holder would otherwise learn of it at the first write. Before that it was found out whose key it is, and requests were counted: a good
/// key's for the key, all others for their address.
/// </summary>
internal static class KeyGate
{
    private static readonly SearchValues<string> Names = SearchValues.Create(
        ["api_key=", "api-key=", "apikey=", "access_token=", "access-token=", "authorization=", "bearer="], StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses a key that is nobody's, and one in an address.</summary>
    public static Task RefuseAsync(HttpContext context, RequestDelegate next) =>
        context.Request.QueryString.HasValue && HoldsKey(context.Request.QueryString.Value) ? new OtherProblem(ProblemType.KeyInQuery).ExecuteAsync(context)
            : context.Request.Headers.Authorization.Count > 0 && Caller.Of(context) is null ? context.ChallengeAsync()
            : next(context);

    /// <summary>An address stands in logs, histories and bookmarks. What looks like a key, by its name or its mark, has no place in it.</summary>
    private static bool HoldsKey(string query) => query.AsSpan().ContainsAny(Names) || HoldsSecret(query);

    private static bool HoldsSecret(string query)
    {
        var mark = query.IndexOf(KeySecret.Mark, StringComparison.Ordinal);
        return mark >= 0 && query.AsSpan(mark).Length >= KeySecret.Length && KeySecret.IsMade(query.AsSpan(mark, KeySecret.Length));
    }
}
