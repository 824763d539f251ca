using System.Text.Json;
using CasualtyApi.Http;
using CasualtyApi.Ingest.Extracted;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages.Try;

/// <summary>Reads a text that somebody pastes, and keeps nothing of it.</summary>
internal static class ShowTry
{
    private static readonly PageHead Head = new(
        "Try it", "Paste an article and see who says what in it, and which numbers. Nothing is stored unless you say so.", "/try",
        [
            new("the reading of a text", Links.Root + "/extractions")
            {
                Sent = "-H 'Content-Type: text/plain; charset=utf-8' --data-binary @article.txt", Link = "/swagger/#/Extractions/ExtractClaims",
            },
        ])
    { Section = "Try it" };

    public static async Task<RoomPage> HandleAsync([AsParameters] TryDesk desk) =>
        Page(desk, new(TriedText.Nothing, await desk.Keys.VisitorAsync(desk.Http)), StatusCodes.Status200OK);

    public static async Task<RoomPage> ReadAsync([AsParameters] TryDesk desk, CancellationToken cancellationToken)
    {
        var tried = await desk.ReadAsync(cancellationToken);
        return Page(
            desk, new(tried, await desk.Keys.VisitorAsync(desk.Http)),
            tried.Fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    public static Task<Results<FileContentHttpResult, RoomPage>> ReadAsJsonAsync([AsParameters] TryDesk desk, CancellationToken cancellationToken) =>
        FileAsync(desk, reading => TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(reading, ApiJson.Options), "application/json", "reading.json"), cancellationToken);

    public static Task<Results<FileContentHttpResult, RoomPage>> ReadAsCsvAsync([AsParameters] TryDesk desk, CancellationToken cancellationToken) =>
        FileAsync(desk, reading => TypedResults.File(ReadingTable.Write(reading), "text/csv; charset=utf-8", "claims.csv"), cancellationToken);

    /// <summary>The page with a text, and what was read in it unless something is wrong with it.</summary>
    public static RoomPage Page(TryDesk desk, TriedByVisitor tried, int status)
    {
        var reading = tried.Text.Article.Length > 0 ? ReadText.Of(tried.Text.Article, tried.Text.Day) : null;
        return new(Head, TryPage.Of(tried, reading, TriedText.LongestPage(desk.Longest), desk.Token()), status);
    }

    private static async Task<Results<FileContentHttpResult, RoomPage>> FileAsync(
        TryDesk desk, Func<ExtractionResponse, FileContentHttpResult> file, CancellationToken cancellationToken)
    {
        var tried = await desk.ReadAsync(cancellationToken);
        desk.Http.Response.Headers.CacheControl = CacheControl.Never;
        return tried.Fault is null ? file(ReadText.Of(tried.Article, tried.Day)) : await ReadAsync(desk, cancellationToken);
    }
}

/// <summary>A text, and whoever tries it.</summary>
/// <param name="Fault">Why it was not kept, in words; null where nobody asked for that.</param>
/// <param name="Kept">The document it is already; null where it was not asked to be kept, or is new.</param>
internal sealed record TriedByVisitor(TriedText Text, Visitor Visitor, string? Fault = null, KeptBefore? Kept = null);

/// <summary>A document that a text is already, with a title of its own.</summary>
internal sealed record KeptBefore(long Id, string Label);
