using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace CasualtyApi.Http;

/// <summary>Strong validators, one per content coding: the compressed answer is not byte-equal to the plain one.</summary>
internal static class ETags
{
    /// <summary>A list is the same while the ledger and the query are.</summary>
    public static string OfList(HttpContext context, long position, string canonicalQuery) =>
        $"\"{position}-{Hash(Encoding.UTF8.GetBytes(context.Request.Path + "?" + canonicalQuery))}-{Coding(context)}\"";

    /// <summary>A record is the same while its bytes are.</summary>
    public static string OfRecord(HttpContext context, ReadOnlySpan<byte> identityBytes) =>
        $"\"{Hash(identityBytes)}-{Coding(context)}\"";

    /// <summary>Sets the validator with what goes with it; true where the caller has this very answer already.</summary>
    public static bool Holds(HttpContext context, string etag, string cacheControl)
    {
        var headers = context.Response.Headers;
        headers.ETag = etag;
        headers.CacheControl = cacheControl;
        headers.Vary = "Accept, Accept-Encoding";
        return Matches(context.Request, etag);
    }

    /// <summary>Whether the caller has what this is the validator of.</summary>
    public static bool Matches(HttpRequest request, string etag)
    {
        var held = request.Headers.IfNoneMatch;
        return held.Count > 0 && (held == etag || request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag.Equals(etag, StringComparison.Ordinal)));
    }

    /// <summary>What a record's validators have in common, whatever the content coding.</summary>
    public static string Identity(ReadOnlySpan<byte> identityBytes) => Hash(identityBytes);

    /// <summary>The same of a validator.</summary>
    public static string Identity(EntityTagHeaderValue tag) => tag.Tag.AsSpan().Trim('"') is var words && words.LastIndexOf('-') is >= 0 and var end
        ? words[..end].ToString()
        : words.ToString();

    /// <summary>A validator as it is in the content coding of this answer.</summary>
    public static string InCodingOf(HttpContext context, string etag) => $"{etag[..(etag.LastIndexOf('-') + 1)]}{Coding(context)}\"";

    private static string Coding(HttpContext context) =>
        context.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(context)?.EncodingName ?? "identity";

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes)[..8]);
}
