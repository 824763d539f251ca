using System.Text.Json.Nodes;
using CasualtyApi.Http;
using CasualtyApi.Http.Keys;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.OpenApi;

namespace CasualtyApi.Hosting;

/// <summary>Says what each status means, which headers come with it, and shows an example.</summary>
internal static class Responses
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["200"] = "The answer.",
        ["201"] = "It is made; `Location` says where it is.",
        ["304"] = "What you have is still true: the ETag sent as `If-None-Match` is the present one.",
        ["400"] = "The request is wrong; `type` and `errors` say how.",
        ["401"] = "A key is needed, or the one sent opens nothing; `type` says which.",
        ["403"] = "This may not be done with this key, or not be shown; `type` says which.",
        ["404"] = "There is no such record.",
        ["406"] = "`Accept` names no media type this operation answers in.",
        ["409"] = "As things stand, this cannot be done.",
        ["413"] = "The body or text is too long.",
        ["415"] = "The body's media type, charset or encoding is not read here.",
        ["412"] = "`If-Match` names another state than the present one: somebody has changed it.",
        ["422"] = "Understood, and not acceptable in the light of what is stored; `type` and `errors` say why.",
        ["428"] = "`If-Match` is missing.",
        ["429"] = "Too many requests; `Retry-After` says when the next minute begins.",
        ["500"] = "The fault is ours; quote `traceId`.",
        ["507"] = "There is no room to write; reading goes on.",
        ["503"] = "Not just now; `Retry-After` says when.",
    };

    public static void Complete(ActionDescriptor action, string operation, string status, OpenApiResponse response)
    {
        response.Description = Meanings[status];
        foreach (var (name, header) in Headers(action, status))
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers[name] = header;
        }

        foreach (var (mediaType, content) in response.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            ((OpenApiMediaType)content).Example = mediaType == ProblemResponse.MediaType
                ? Problem(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), action.EndpointMetadata.OfType<Writing>().Any())
                : Examples.Of(operation, mediaType);
        }
    }

    private static IEnumerable<(string Name, OpenApiHeader Header)> Headers(ActionDescriptor action, string status)
    {
        var answers = action.EndpointMetadata.OfType<IProducesResponseTypeMetadata>().ToList();
        var query = action.EndpointMetadata.OfType<QueryTable>().SingleOrDefault();
        if (status is "200" or "304" && answers.Any(answer => answer.StatusCode == 304))
        {
            yield return ("ETag", Header("The validator of this answer, to be sent back as `If-None-Match`."));
        }

        if (status is "200" or "201" && action.EndpointMetadata.OfType<Writing>().Any())
        {
            yield return ("ETag", Header("The validator of the record as it is now, to be sent as `If-Match` with the next change."));
            yield return (LedgerView.Header, Header("The ledger position of the change.", JsonSchemaType.Integer, "1"));
        }

        // Keys stand outside of the ledger.
        var isOfLedger = !action.EndpointMetadata.OfType<NeededRole>().Any();
        if (isOfLedger && status is ("200" or "304") && (query is not null && !answers.Any(answer => answer.ContentTypes.Contains("text/event-stream")) || answers.Any(answer => typeof(IPositioned).IsAssignableFrom(answer.Type))))
        {
            yield return (LedgerView.Header, Header("The ledger position the answer shows.", JsonSchemaType.Integer, "0"));
        }

        if (status == "200" && query?.Fields.Contains(PageFields.Cursor) == true)
        {
            yield return ("Link", Header("RFC 8288: where the list begins (`first`) and goes on (`next`)."));
        }

        if (status == "200" && action.EndpointMetadata.OfType<OtherForms>().Any())
        {
            yield return (PageFields.UndatedHeader, Header(
                "In other forms than JSON, with `from` or `to`: how many match but for having no such date, and so are left out.", JsonSchemaType.Integer, "0", isRequired: false));
        }

        if (status == "200" && action.EndpointMetadata.OfType<Digested>().Any())
        {
            yield return ("Repr-Digest", Header("RFC 9530: the SHA-256 of the file."));
        }

        if (status == "201")
        {
            yield return ("Location", Header("The address of what was made."));
        }

        if (status is "401" or "403")
        {
            yield return ("WWW-Authenticate", Header("RFC 6750: which key is asked for, and what was wrong with the one sent.", isRequired: status == "401"));
        }

        if (status is "429" or "503")
        {
            yield return ("Retry-After", Header("Seconds to wait.", JsonSchemaType.Integer, "1"));
        }
    }

    private static OpenApiHeader Header(string description, JsonSchemaType type = JsonSchemaType.String, string? least = null, bool isRequired = true) => new()
    {
        Description = description,
        Required = isRequired,
        Schema = new OpenApiSchema { Type = type, Format = type == JsonSchemaType.Integer ? "int64" : null, Minimum = least },
    };

    private static JsonObject Problem(int status, bool isOfWriting)
    {
        var type = status == 400 ? ProblemType.UnknownParameter
            : isOfWriting && status == 422 ? ProblemType.UnknownReference
            : status == 422 ? ProblemType.NotAddable
            : ProblemType.For(status);
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
