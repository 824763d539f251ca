using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Http;

/// <summary>What every list has in common: its validator, its position, the links to its pages, and `fields=`.</summary>
internal sealed class ListFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var query = QueryValues.Of(http);
        var ledger = http.RequestServices.GetRequiredService<LedgerView>();
        http.Response.Headers[LedgerView.Header] = ledger.Position.ToString(CultureInfo.InvariantCulture);
        if (ETags.Holds(http, ETags.OfList(http, ledger.Position, query.Canonical + Form(http, query) + Shown(ledger)), ledger.Caching))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var result = await next(context);
        var answer = result is INestedHttpResult nested ? nested.Result : result;
        if (answer is IStreamedAnswer streamed)
        {
            http.Response.Headers.Link = Links(http, streamed.Page?.Next);
            return streamed;
        }

        if (answer is not IValueHttpResult { Value: IPage page })
        {
            return answer;
        }

        http.Response.Headers.Link = Links(http, page.Next);
        return Members(http, query) is { Length: > 0 } members ? Picked(page, members) : answer;
    }

    /// <summary>Nothing for JSON; another form is another answer, however it was asked for.</summary>
    private static string Form(HttpContext http, QueryValues query) =>
        AnswerFormat.Of(http, query) is var format && format == AnswerFormat.Json ? "" : $"&as={format.Word}";

    /// <summary>What may be shown is decided at present: an earlier moment shows less once a document is withheld.</summary>
    private static string Shown(LedgerView ledger) => ledger.IsAsOf ? string.Create(CultureInfo.InvariantCulture, $"&shown={ledger.Newest}") : "";

    /// <summary>RFC 8288: where the list begins and goes on, under the same filters.</summary>
    private static string Links(HttpContext http, string? next)
    {
        var kept = http.Request.Query.Where(pair => pair.Key != PageFields.Cursor.Name);
        var first = http.Request.Path + new QueryBuilder(kept).ToString();
        var links = $"<{first}>; rel=\"first\"";
        return next is null
            ? links
            : $"<{http.Request.Path}{new QueryBuilder(kept) { { PageFields.Cursor.Name, next } }}>; rel=\"next\", {links}";
    }

    private static string[] Members(HttpContext http, QueryValues query) =>
        http.GetEndpoint()?.Metadata.GetMetadata<QueryTable>()?.Fields
            .FirstOrDefault(field => field.Name == PageFields.MembersName) is QueryList<string> fields
            ? [.. query.Get(fields)]
            : [];

    private static JsonHttpResult<JsonNode> Picked(IPage page, string[] members)
    {
        var node = JsonSerializer.SerializeToNode(page, page.GetType(), ApiJson.Options)!;
        foreach (var item in node["items"]!.AsArray().OfType<JsonObject>())
        {
            foreach (var name in item.Select(member => member.Key).Where(name => name != "id" && !members.Contains(name)).ToList())
            {
                item.Remove(name);
            }
        }

        return TypedResults.Json(node, ApiJson.Options);
    }
}
