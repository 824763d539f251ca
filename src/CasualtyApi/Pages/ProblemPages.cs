using System.Net;
using CasualtyApi.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages;

/// <summary>The pages the <c>type</c> of every problem leads to.</summary>
internal static class ProblemPages
{
    public static void Map(IEndpointRouteBuilder root)
    {
        root.MapGet("/problems", List).ExcludeFromDescription();
        root.MapGet("/problems/{slug}", Show).ExcludeFromDescription();
    }

    private static ContentHttpResult List()
    {
        var items = ProblemType.All.Select(type =>
            $"<li><a href=\"{type.Address}\">{type.Slug}</a> ({type.Status}): {WebUtility.HtmlEncode(type.Title)}</li>");
        return Page("Problems", $"<ul>\n{string.Join('\n', items)}\n</ul>");
    }

    private static Results<ContentHttpResult, OtherProblem> Show(string slug) =>
        ProblemType.All.FirstOrDefault(type => type.Slug == slug) is not { } type
            ? new OtherProblem(ProblemType.NotFound, $"There is no problem '{slug}'.")
            : Page(type.Title, $"<p>HTTP status {type.Status} · <code>{type.Slug}</code></p>\n<p>{Marked(type.Meaning)}</p>\n"
                + "<p><a href=\"/problems\">All problems</a> · <a href=\"/swagger\">The API</a></p>");

    /// <summary>`words` between backticks become code.</summary>
    private static string Marked(string text) => string.Concat(text.Split('`').Select((part, index) =>
        index % 2 == 0 ? WebUtility.HtmlEncode(part) : $"<code>{WebUtility.HtmlEncode(part)}</code>"));

    private static ContentHttpResult Page(string title, string body) => TypedResults.Content(
        $"<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(title)} · CasualtyApi</title></head>\n"
        + $"<body>\n<main>\n<h1>{WebUtility.HtmlEncode(title)}</h1>\n{body}\n</main>\n</body>\n</html>\n",
        "text/html; charset=utf-8");
}
