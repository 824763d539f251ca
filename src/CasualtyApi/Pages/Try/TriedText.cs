using System.Globalization;
using CasualtyApi.Ingest;

namespace CasualtyApi.Pages.Try;

/// <summary>What somebody gave to be read: pasted, or as a file.</summary>
/// <param name="Text">As it is shown again, whether it can be read or not, so that nothing typed is lost.</param>
/// <param name="PublishedAt">The day it was published, by which words such as "on Monday" are days.</param>
/// <param name="Fault">Why it cannot be read, in words; null where it can.</param>
internal sealed record TriedText(string Text, string PublishedAt, string? Fault)
{
    private const int Kibi = 1024;

    public DateOnly? Day => DateOnly.TryParseExact(PublishedAt, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <param name="request">A form with `text` or `file`, and `publishedAt`.</param>
    /// <param name="longest">The longest text read, in bytes of UTF-8.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<TriedText> ReadAsync(HttpRequest request, int longest, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var (pasted, day) = (form["text"].ToString(), form["publishedAt"].ToString());
        if (form.Files["file"] is not { Length: > 0 } file) return Of(pasted, day, ArticleText.FaultIn(pasted, longest), longest);

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        var fault = ArticleText.Decode(bytes.ToArray(), longest, out var text);
        return Of(fault is TextFault.NotUnicode or TextFault.TooLong ? pasted : text, day, fault, longest);
    }

    private static TriedText Of(string text, string day, TextFault? fault, int longest) => new(text, day, fault switch
    {
        null when day.Length > 0 && new TriedText("", day, null).Day is null => $"“{day}” is no day; write it as 2024-03-05, or leave it empty.",
        null => null,
        TextFault.Blank => "There is nothing to read yet: paste an article, or choose a file.",
        TextFault.TooLong => $"This is longer than {longest / Kibi:N0} KiB, the most that is read at once. Cut it, and try again.",
        TextFault.HasNul => "This is no text: it holds a character that no text has. Save it as plain text, and try again.",
        _ => "This file is no text in UTF-8. Save it as plain text, and try again.",
    });
}
