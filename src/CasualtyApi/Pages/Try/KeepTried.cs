using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using Microsoft.AspNetCore.Http.Extensions;

namespace CasualtyApi.Pages.Try;

/// <summary>Keeps a text that was tried, by the operation that a program adds documents with: sent twice, it is there once.</summary>
internal static class KeepTried
{
    private const string Documents = Links.Root + "/documents";

    /// <summary>What the form calls the members of the operation.</summary>
    private static readonly Dictionary<string, string> Labels = new()
    {
        ["text"] = "The article",
        ["publishedAt"] = "Published on",
        ["title"] = "Title",
        ["publisher"] = "Published by",
        ["url"] = "Where it stands",
    };

    public static async Task<IResult> HandleAsync([AsParameters] TryDesk desk, KeyedCalls calls, CancellationToken cancellationToken)
    {
        var tried = await desk.ReadAsync(cancellationToken);
        var visitor = await desk.Keys.VisitorAsync(desk.Http, (await desk.Http.Request.ReadFormAsync(cancellationToken))["key"].ToString());
        if (tried.Fault is not null) return ShowTry.Page(desk, new(tried, visitor), StatusCodes.Status422UnprocessableEntity);
        if (KeyField.Fault(visitor) is { } fault) return ShowTry.Page(desk, new(tried, visitor, fault), StatusCodes.Status401Unauthorized);

        var answer = await calls.SendAsync(desk.Http, visitor, tried.IsPage ? Page(tried) : Article(tried), Labels);
        if (answer.Refusal is { } refusal) return ShowTry.Page(desk, new(tried, visitor, refusal), answer.Status);

        var kept = new KeptBefore(answer.Body!["id"]!.GetValue<long>(), answer.Body["label"]!.GetValue<string>());
        return answer.Status == StatusCodes.Status200OK
            ? ShowTry.Page(desk, new(tried, visitor, Kept: kept), StatusCodes.Status200OK)
            : TypedResults.Redirect(string.Create(CultureInfo.InvariantCulture, $"/documents/{kept.Id}"));
    }

    /// <summary>The page itself, of which the operation takes the article.</summary>
    private static OwnCall Page(TriedText tried)
    {
        var query = new QueryBuilder(tried.Known.Members.Select(member => KeyValuePair.Create(member.Name, member.Value)));
        return new(HttpMethods.Post, Documents + query, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(tried.Text));
    }

    private static OwnCall Article(TriedText tried)
    {
        var document = new JsonObject { ["text"] = tried.Article };
        foreach (var (name, value) in tried.Known.Members) document[name] = value;
        return new(HttpMethods.Post, Documents, "application/json", JsonSerializer.SerializeToUtf8Bytes(document));
    }
}
