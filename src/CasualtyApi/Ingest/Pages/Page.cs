using System.Globalization;
using AngleSharp.Html.Parser;
using SmartReader;

namespace CasualtyApi.Ingest.Pages;

/// <summary>A page of HTML: the text of its article, and what it says of itself. What it does not say stays null.</summary>
/// <param name="Text">Paragraphs, with a blank line between them.</param>
internal sealed record Page(string Text, string? Title, string? Url, string? Publisher, DateOnly? PublishedAt, string? Language)
{
    /// <summary>The deepest page that is read; real ones stay below a hundred.</summary>
    public const int Deepest = 500;

    private static readonly Uri Nowhere = new("https://page.invalid/");

    /// <summary>Reads a page.</summary>
    /// <param name="html">No deeper than <see cref="Deepest"/>.</param>
    /// <param name="url">Where it stood, if the caller said so.</param>
    public static Page Read(string html, string? url)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var body = document.Body is { } whole ? PageText.Of(whole) : "";
        using var reader = new Reader(url ?? Nowhere.OriginalString, html);
        var found = reader.GetArticle();
        var text = found.IsReadable && found.Content is { } content ? ArticleIn(content) : "";
        return new(
            text.Length > 0 ? text : body,
            Said(document.QuerySelector("meta[property='og:title']")?.GetAttribute("content")) ?? Said(document.Title),
            Address(document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")),
            Said(document.QuerySelector("meta[property='og:site_name']")?.GetAttribute("content")),
            Day(document.QuerySelector("meta[property='article:published_time']")?.GetAttribute("content")),
            Said(document.DocumentElement?.GetAttribute("lang")));
    }

    private static string ArticleIn(string content)
    {
        using var main = new HtmlParser().ParseDocument(content);
        return main.Body is { } body ? PageText.Of(body) : "";
    }

    private static string? Said(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    private static string? Address(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? address : null;

    /// <summary>The day as its own clock has it; a time zone moves no article to another day.</summary>
    private static DateOnly? Day(string? instant) =>
        instant is { Length: >= 10 } && DateOnly.TryParseExact(instant[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
