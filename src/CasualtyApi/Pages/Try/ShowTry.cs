using System.Text.Json;
using CasualtyApi.Http;
using CasualtyApi.Ingest;
using CasualtyApi.Ingest.Extracted;
using CasualtyApi.Pages.Frame;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Pages.Try;

/// <summary>Reads a text that somebody pastes, and keeps nothing of it.</summary>
internal static class ShowTry
{
    private static readonly PageHead Head = new(
        "Try it", "Paste an article and see who says what in it, and which numbers. Nothing is stored unless you say so.", "/try", [])
    { Section = "Try it" };

    public static async Task<RoomPage> HandleAsync(HttpContext http, IAntiforgery antiforgery, KeyCookie keys) =>
        Page(http, antiforgery, new(TriedText.Nothing, await keys.VisitorAsync(http)), StatusCodes.Status200OK);

    public static async Task<RoomPage> ReadAsync(
        HttpContext http, IAntiforgery antiforgery, KeyCookie keys, IOptions<ExtractionOptions> options, CancellationToken cancellationToken)
    {
        var tried = await TriedText.ReadAsync(http.Request, options.Value.MaximumLength, cancellationToken);
        return Page(
            http, antiforgery, new(tried, await keys.VisitorAsync(http)),
            tried.Fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    public static Task<Results<FileContentHttpResult, RoomPage>> ReadAsJsonAsync(
        HttpContext http, IAntiforgery antiforgery, KeyCookie keys, IOptions<ExtractionOptions> options, CancellationToken cancellationToken) =>
        FileAsync(http, antiforgery, keys, options, reading => TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(reading, ApiJson.Options), "application/json", "reading.json"), cancellationToken);

    public static Task<Results<FileContentHttpResult, RoomPage>> ReadAsCsvAsync(
        HttpContext http, IAntiforgery antiforgery, KeyCookie keys, IOptions<ExtractionOptions> options, CancellationToken cancellationToken) =>
        FileAsync(http, antiforgery, keys, options, reading => TypedResults.File(ReadingTable.Write(reading), "text/csv; charset=utf-8", "claims.csv"), cancellationToken);

    /// <summary>The page with a text, and what was read in it unless something is wrong with it.</summary>
    public static RoomPage Page(HttpContext http, IAntiforgery antiforgery, TriedByVisitor tried, int status)
    {
        var reading = tried.Text.Article.Length > 0 ? ReadText.Of(tried.Text.Article, tried.Text.Day) : null;
        return new(Head, TryPage.Of(tried, reading, antiforgery.GetAndStoreTokens(http).RequestToken!), status);
    }

    private static async Task<Results<FileContentHttpResult, RoomPage>> FileAsync(
        HttpContext http, IAntiforgery antiforgery, KeyCookie keys, IOptions<ExtractionOptions> options, Func<ExtractionResponse, FileContentHttpResult> file,
        CancellationToken cancellationToken)
    {
        var tried = await TriedText.ReadAsync(http.Request, options.Value.MaximumLength, cancellationToken);
        http.Response.Headers.CacheControl = CacheControl.Never;
        return tried.Fault is null ? file(ReadText.Of(tried.Article, tried.Day)) : await ReadAsync(http, antiforgery, keys, options, cancellationToken);
    }
}

/// <summary>A text, and whoever tries it.</summary>
/// <param name="Fault">Why it was not kept, in words; null where nobody asked for that.</param>
internal sealed record TriedByVisitor(TriedText Text, Visitor Visitor, string? Fault = null);
