using System.Text;
using AngleSharp.Dom;

namespace CasualtyApi.Ingest.Pages;

/// <summary>
/// The words of a part of a page, as somebody would copy them from a browser: blocks are paragraphs, line breaks are kept, white space
/// else is one space.
/// </summary>
internal sealed class PageText
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "iframe", "svg", "math", "nav", "form", "button", "select", "textarea", "audio", "video", "object", "canvas", "head",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul",
    };

    private readonly StringBuilder text = new();
    private bool isSpaced;
    private int breaks;

    private PageText()
    {
    }

    public static string Of(IElement part)
    {
        var text = new PageText();
        text.Walk(part);
        return text.text.ToString();
    }

    // Without recursion: how deep a page lies in itself is its author's choice.
    private void Walk(IElement part)
    {
        INode? node = part.FirstChild;
        while (node is not null)
        {
            if (Enter(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node != part && node.NextSibling is null)
            {
                node = node.Parent!;
                if (node is IElement left && left != part) End(left);
            }

            node = node == part ? null : node.NextSibling;
        }
    }

    /// <summary>Takes in a node.</summary>
    /// <returns>Whether its children are to be taken in as well.</returns>
    private bool Enter(INode node)
    {
        switch (node)
        {
            case IText words:
                Add(words.Data);
                return false;
            case IElement element when Unseen.Contains(element.LocalName) || element.HasAttribute("hidden"):
                return false;
            case IElement { LocalName: "br" }:
                Break(1);
                return false;
            case IElement element:
                if (Blocks.Contains(element.LocalName)) Break(2);
                if (element.LocalName is "td" or "th") isSpaced = true;
                if (element.FirstChild is null) End(element);
                return true;
            default:
                return false;
        }
    }

    private void End(IElement element)
    {
        if (Blocks.Contains(element.LocalName)) Break(2);
    }

    private void Break(int lines) => breaks = Math.Max(breaks, lines);

    private void Add(string words)
    {
        foreach (var character in words)
        {
            if (char.IsWhiteSpace(character))
            {
                isSpaced = true;
                continue;
            }

            if (text.Length > 0) text.Append(breaks > 0 ? new string('\n', breaks) : isSpaced ? " " : "");
            (breaks, isSpaced) = (0, false);
            text.Append(character);
        }
    }
}
