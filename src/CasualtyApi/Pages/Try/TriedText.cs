using System.Text.RegularExpressions;
using CasualtyApi.Ingest;
using CasualtyApi.Ingest.Pages;

namespace CasualtyApi.Pages.Try;

/// <summary>What somebody gave to be read: an article, or the page of HTML that it stands on.</summary>
/// <param name="Text">As it was given, and is shown again, whether it can be read or not, so that nothing typed is lost.</param>
/// <param name="Known">What is known of it.</param>
internal sealed partial record TriedText(string Text, KnownOfText Known)
{
    private const int Kibi = 1024;

    /// <summary>How much longer a page may be than the text in it.</summary>
    private const int PagePerText = 8;

    public static readonly TriedText Nothing = new("", new("", "", "", ""));

    public bool IsPage => Html().IsMatch(Text);

    /// <summary>What is read of it: the text itself, or the page's article. Empty where it cannot be read.</summary>
    public string Article { get; private init; } = "";

    /// <summary>The day it was published, as whoever gave it says, else as the page does.</summary>
    public DateOnly? Day { get; private init; }

    /// <summary>Why it cannot be read, in words; null where it can.</summary>
    public string? Fault { get; private init; }

    /// <param name="request">A form with `text` or `file`, and what is known of it.</param>
    /// <param name="longest">The longest text read, in bytes of UTF-8.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<TriedText> ReadAsync(HttpRequest request, int longest, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var known = KnownOfText.In(form);

        // A browser sends the line ends of a text field as CR and LF, whatever they were.
        var pasted = form["text"].ToString().ReplaceLineEndings("\n");
        if (form.Files["file"] is not { FileName.Length: > 0 } file) return new TriedText(pasted, known).Read(longest);
        if (file.Length == 0) return new(pasted, known) { Fault = $"The file {file.FileName} is empty. Choose another one, or none to have the text below read." };
        if (file.Length > LongestPage(longest)) return new(pasted, known) { Fault = Told(TextFault.TooLong, longest) };

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        var (text, fault) = Decode(bytes.ToArray(), file.ContentType, longest);
        return fault is null ? new TriedText(text, known).Read(longest) : new(text.Length > 0 ? text : pasted, known) { Fault = Told(fault, longest) };
    }

    /// <summary>The longest page, in bytes, of which the article is looked for.</summary>
    /// <param name="longest">The longest text read, in bytes.</param>
    public static long LongestPage(int longest) => (long)longest * PagePerText;

    private static (string Text, TextFault? Fault) Decode(byte[] bytes, string type, int longest)
    {
        if (type == "text/html") return Charset.DecodePage(bytes) is { } page ? (page, null) : ("", TextFault.NotUnicode);
        var fault = ArticleText.Decode(bytes, longest, out var text);
        return (text, fault);
    }

    private TriedText Read(int longest)
    {
        if (!IsPage) return With(Text, Known.Day, longest);
        return Text.Length <= LongestPage(longest) && PageDepth.Of(Text) <= Page.Deepest
            && Page.Read(Text, Known.Url.Length > 0 ? Known.Url : null) is { Text.Length: > 0 } page
            ? With(page.Text, Known.Day ?? page.PublishedAt, longest)
            : this with { Fault = "No article can be read on this page of HTML: copy its text, and paste that." };
    }

    private TriedText With(string article, DateOnly? day, int longest) =>
        (Told(ArticleText.FaultIn(article, longest), longest) ?? Known.Fault) is { } fault ? this with { Fault = fault } : this with { Article = article, Day = day };

    private static string? Told(TextFault? fault, int longest) => fault switch
    {
        null => null,
        TextFault.Blank => "There is nothing to read yet: paste an article, or choose a file.",
        TextFault.TooLong => $"This is longer than {longest / Kibi:N0} KiB, the most that is read at once. Cut it, and try again.",
        TextFault.HasNul => "This is no text: it holds a character that no text has. Save it as plain text, and try again.",
        _ => "This file is no text in UTF-8. Save it as plain text, and try again.",
    };

    [GeneratedRegex(@"^\s*<(!doctype|html|head|meta|title|body|main|article|section|div|h1|p)\b[^<]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Html();
}
