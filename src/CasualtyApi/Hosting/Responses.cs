using System.Text.Json.Nodes;
using CasualtyApi.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.OpenApi;

namespace CasualtyApi.Hosting;

/// <summary>Says what each status means, which headers come with it, and shows an example.</summary>
internal static class Responses
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["200"] = "The answer.",
        ["304"] = "What you have is still true: the ETag sent as `If-None-Match` is the present one.",
        ["400"] = "The request is wrong; `type` and `errors` say how.",
        ["404"] = "There is no such record.",
        ["406"] = "`Accept` names no media type this operation answers in.",
        ["413"] = "The body or text is too long.",
        ["415"] = "The body's media type, charset or encoding is not read here.",
        ["422"] = "The claims cannot be added; `claims` and `pairs` name those that keep it from being done.",
        ["500"] = "The fault is ours; quote `traceId`.",
        ["503"] = "Not just now; `Retry-After` says when.",
    };

    public static void Complete(ActionDescriptor action, string operation, string status, OpenApiResponse response)
    {
        response.Description = Meanings[status];
        if (status is "200" or "304" && action.EndpointMetadata.OfType<PathId>().Any() | action.EndpointMetadata.OfType<QueryTable>().Any())
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers["ETag"] = Header("The validator of this answer, to be sent back as `If-None-Match`.");
        }

        if (status == "200" && action.EndpointMetadata.OfType<QueryTable>().Any())
        {
            response.Headers![LedgerView.Header] = Header("The ledger position the answer shows.");
            response.Headers["Link"] = Header("RFC 8288: where the list begins (`first`) and goes on (`next`).");
        }

        if (status == "503")
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers["Retry-After"] = Header("Seconds to wait.");
        }

        foreach (var (mediaType, content) in response.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            ((OpenApiMediaType)content).Example = mediaType == ProblemResponse.MediaType
                ? Problem(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture))
                : Examples.Of(operation, mediaType);
        }
    }

    private static OpenApiHeader Header(string description) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static JsonObject Problem(int status)
    {
        var type = status == 400 ? ProblemType.UnknownParameter : ProblemType.For(status);
        var example = new JsonObject { ["type"] = type.Address, ["title"] = type.Title, ["status"] = status, ["detail"] = type.Meaning };
        if (status == 400)
        {
            const string Fault = "There is no parameter 'categroy' here. Did you mean 'category'?";
            example["detail"] = Fault;
            example["errors"] = new JsonObject { ["categroy"] = new JsonArray(Fault) };
        }

        if (type == ProblemType.NotAddable)
        {
            example["detail"] = "Claims that are no placed and dated incident: 1. Pairs of incidents that can overlap: 0.";
            example["claims"] = new JsonObject { ["count"] = 1, ["claims"] = new JsonArray(2) };
            example["pairs"] = new JsonObject { ["count"] = 0, ["claims"] = new JsonArray() };
        }

        example["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736";
        return example;
    }
}
