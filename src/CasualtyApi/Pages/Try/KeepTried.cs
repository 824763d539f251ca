using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CasualtyApi.Http;
using CasualtyApi.Ingest;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Pages.Try;

/// <summary>Keeps a text that was tried, by the operation that a program adds documents with: sent twice, it is there once.</summary>
internal static class KeepTried
{
    private const string Documents = Links.Root + "/documents";

    public static async Task<IResult> HandleAsync(
        HttpContext http, IAntiforgery antiforgery, KeyCookie keys, KeyedCalls calls, IOptions<ExtractionOptions> options, CancellationToken cancellationToken)
    {
        var tried = await TriedText.ReadAsync(http.Request, options.Value.MaximumLength, cancellationToken);
        var visitor = await keys.VisitorAsync(http, (await http.Request.ReadFormAsync(cancellationToken))["key"].ToString());
        if (tried.Fault is not null) return ShowTry.Page(http, antiforgery, new(tried, visitor), StatusCodes.Status422UnprocessableEntity);
        if (KeyField.Fault(visitor) is { } fault) return ShowTry.Page(http, antiforgery, new(tried, visitor, fault), StatusCodes.Status401Unauthorized);

        var answer = await calls.SendAsync(http, visitor, tried.IsPage ? Page(tried) : Article(tried));
        return answer.Refusal is { } refusal
            ? ShowTry.Page(http, antiforgery, new(tried, visitor, refusal), answer.Status)
            : TypedResults.Redirect($"/documents/{answer.Body!["id"]}");
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
