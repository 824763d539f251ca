using System.Globalization;

namespace CasualtyApi.Pages.Try;

/// <summary>What somebody knows of the text they give; empty is unknown.</summary>
/// <param name="PublishedAt">The day it was published, by which words such as "on Monday" are days.</param>
internal sealed record KnownOfText(string PublishedAt, string Title, string Publisher, string Url)
{
    public DateOnly? Day => DateOnly.TryParseExact(PublishedAt, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>In words; null where nothing is wrong. What is wrong with the rest, the operation says that keeps it.</summary>
    public string? Fault => PublishedAt.Length > 0 && Day is null ? $"“{PublishedAt}” is no day; write it as 2024-03-05, or leave it empty." : null;

    /// <summary>What is known, by the names the operation has for it.</summary>
    public IEnumerable<(string Name, string Value)> Members =>
        new[] { ("publishedAt", PublishedAt), ("title", Title), ("publisher", Publisher), ("url", Url) }.Where(member => member.Item2.Length > 0);

    public static KnownOfText In(IFormCollection form) => new(Word(form, "publishedAt"), Word(form, "title"), Word(form, "publisher"), Word(form, "url"));

    private static string Word(IFormCollection form, string field) => form[field].ToString().Trim();
}
