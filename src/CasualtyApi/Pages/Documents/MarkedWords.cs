using System.Globalization;
using CasualtyApi.Queries.Marking;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CasualtyApi.Pages.Documents;

/// <summary>
/// A text with its marks. Written by hand, for between its elements there must be not one space that is not the text's. Each marked
/// stretch is a link to the card of the innermost thing it marks, so that it opens without a script; only the first of a mark is a stop
/// for the keyboard.
/// </summary>
internal static class MarkedWords
{
    /// <param name="segments">The text.</param>
    /// <param name="chosen">The claim that is looked at; null where none is.</param>
    public static RenderFragment Of(IReadOnlyList<Segment> segments, long? chosen = null) => builder =>
    {
        foreach (var segment in segments) Write(builder, segment, chosen);
    };

    private static void Write(RenderTreeBuilder builder, Segment segment, long? chosen)
    {
        foreach (var (start, end) in segment.Beginning.Select(mark => (mark.Start, mark.End)).Distinct()) WriteAnchor(builder, start, end);
        if (segment.Marks.Count == 0)
        {
            builder.AddContent(0, segment.Text);
            return;
        }

        var claims = segment.Marks.Where(mark => mark.IsClaim).ToList();
        var statements = segment.Marks.Where(mark => !mark.IsClaim).ToList();
        var inForce = claims.FindLast(mark => !mark.IsDropped);
        // At review words are selected with the mouse, and a browser begins no selection within a link.
        builder.OpenElement(1, chosen is null ? "a" : "span");
        builder.AddAttribute(2, "class", Classes(claims, statements, inForce, chosen));
        if (chosen is null) builder.AddAttribute(3, "href", "#" + Card(inForce ?? segment.Marks[^1]));
        builder.AddAttribute(4, "data-marks", string.Join(' ', segment.Marks.Select(Card)));
        builder.AddAttribute(5, "data-span", string.Create(CultureInfo.InvariantCulture, $"{segment.Start},{segment.End}"));
        if (chosen is null && segment.Beginning.Count == 0) builder.AddAttribute(6, "tabindex", "-1");
        if (segment.Beginning.Where(mark => mark.IsClaim).ToList() is { Count: > 0 } beginning)
        {
            builder.AddAttribute(7, "data-n", string.Join(' ', beginning.Select(mark => mark.Id)));
        }

        builder.AddContent(8, segment.Text);
        builder.CloseElement();
    }

    /// <summary>What `#char=878,931` leads to.</summary>
    private static void WriteAnchor(RenderTreeBuilder builder, int start, int end)
    {
        builder.OpenElement(9, "span");
        builder.AddAttribute(10, "class", "at");
        builder.AddAttribute(11, "id", string.Create(CultureInfo.InvariantCulture, $"char={start},{end}"));
        builder.CloseElement();
    }

    private static string Card(Mark mark) => string.Create(CultureInfo.InvariantCulture, $"{(mark.IsClaim ? "claim" : "statement")}-{mark.Id}");

    private static string Classes(List<Mark> claims, List<Mark> statements, Mark? inForce, long? chosen) => string.Join(' ',
    [
        "mark",
        .. statements.Select(mark => mark.Kind).Distinct(),
        .. claims.Count > 0 ? new[] { "claim", inForce?.Kind ?? "dropped" } : [],
        .. claims.Count > 1 ? new[] { "several" } : [],
        .. claims.Exists(mark => mark.Id == chosen) ? new[] { "chosen" } : [],
    ]);
}
