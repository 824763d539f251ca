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
        "Try it", "Paste an article and see who says what in it, and which numbers. Nothing is stored.", "/try", [])
    { Section = "Try it" };

    public static RoomPage Handle(HttpContext http, IAntiforgery antiforgery) =>
        new(Head, TryPage.Of(new("", "", null), null, antiforgery.GetAndStoreTokens(http).RequestToken!));

    public static async Task<RoomPage> ReadAsync(
        HttpContext http, IAntiforgery antiforgery, IOptions<ExtractionOptions> options, CancellationToken cancellationToken)
    {
        var tried = await TriedText.ReadAsync(http.Request, options.Value.MaximumLength, cancellationToken);
        var reading = tried.Fault is null ? ReadText.Of(tried.Text, tried.Day) : null;
        return new(
            Head, TryPage.Of(tried, reading, antiforgery.GetAndStoreTokens(http).RequestToken!),
            reading is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    public static async Task<Results<FileContentHttpResult, RoomPage>> ReadAsJsonAsync(
        HttpContext http, IAntiforgery antiforgery, IOptions<ExtractionOptions> options, CancellationToken cancellationToken)
    {
        var tried = await TriedText.ReadAsync(http.Request, options.Value.MaximumLength, cancellationToken);
        http.Response.Headers.CacheControl = CacheControl.Never;
        return tried.Fault is null
            ? TypedResults.File(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(ReadText.Of(tried.Text, tried.Day), ApiJson.Options), "application/json", "reading.json")
            : await ReadAsync(http, antiforgery, options, cancellationToken);
    }

    public static async Task<Results<FileContentHttpResult, RoomPage>> ReadAsCsvAsync(
        HttpContext http, IAntiforgery antiforgery, IOptions<ExtractionOptions> options, CancellationToken cancellationToken)
    {
        var tried = await TriedText.ReadAsync(http.Request, options.Value.MaximumLength, cancellationToken);
        http.Response.Headers.CacheControl = CacheControl.Never;
        return tried.Fault is null
            ? TypedResults.File(ReadingTable.Write(ReadText.Of(tried.Text, tried.Day)), "text/csv; charset=utf-8", "claims.csv")
            : await ReadAsync(http, antiforgery, options, cancellationToken);
    }
}
