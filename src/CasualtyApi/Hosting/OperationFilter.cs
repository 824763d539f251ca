using System.Globalization;
using System.Text.Json.Nodes;
using CasualtyApi.Http;
using CasualtyApi.Http.Keys;
using CasualtyApi.Http.Writes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CasualtyApi.Hosting;

/// <summary>Writes into each operation what its endpoint knows: parameters, forms, headers, and every status it can answer.</summary>
internal sealed class OperationFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var isOfApi = context.ApiDescription.RelativePath!.StartsWith("api/", StringComparison.Ordinal);
        operation.Security = Security(metadata.OfType<NeededRole>().SingleOrDefault(), context);
        operation.Parameters ??= [];
        Identify(operation, metadata.OfType<PathId>().SingleOrDefault());
        if (metadata.OfType<PathOfTile>().Any()) TilePath.Describe(operation.Parameters.OfType<OpenApiParameter>());
        foreach (var field in metadata.OfType<QueryTable>().SelectMany(table => table.Fields))
        {
            operation.Parameters.Add(QueryParameters.Of(field));
        }

        if (metadata.OfType<Writing>().Any(writing => writing.IsConditional))
        {
            operation.Parameters.Add(IfMatch());
        }

        if (metadata.OfType<TakesIdempotencyKey>().Any()) operation.Parameters.Add(IdempotencyKey());

        if (metadata.OfType<RequestForms>().SingleOrDefault() is { } forms)
        {
            operation.RequestBody = Body(forms, context);
        }

        var problem = context.SchemaGenerator.GenerateSchema(typeof(ProblemResponse), context.SchemaRepository);
        operation.Responses ??= [];
        int[] full = metadata.OfType<Writing>().Any() ? [507] : [];
        foreach (var status in isOfApi ? [400, 401, 406, 429, 500, 503, .. full] : new[] { 400, 401, 429, 500 })
        {
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse
            {
                Content = new Dictionary<string, IOpenApiMediaType> { [ProblemResponse.MediaType] = new OpenApiMediaType { Schema = problem } },
            });
        }

        if (metadata.OfType<QueryTable>().Any(table => table.Fields.Any(field => field.Name == PageFields.MembersName)))
        {
            var json = Form(operation, AnswerFormat.Json.MediaType);
            json.Schema = PickedItems.OrPicked((OpenApiSchemaReference)json.Schema!, context.SchemaRepository);
        }

        foreach (var format in metadata.OfType<OtherForms>().SelectMany(others => others.Formats))
        {
            operation.Responses["200"].Content![format.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = format.SchemaType } };
        }

        foreach (var form in metadata.OfType<FormType>())
        {
            Form(operation, form.Format.MediaType).Schema = context.SchemaGenerator.GenerateSchema(form.Type, context.SchemaRepository);
        }

        foreach (var lines in metadata.OfType<LineTypes>())
        {
            Form(operation, lines.MediaType).Schema = Lines(
                lines.MediaType, [.. lines.Types.Select(type => context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository))]);
        }

        var answers = operation.Responses.OrderBy(answer => answer.Key, StringComparer.Ordinal).ToList();
        operation.Responses.Clear();
        foreach (var (status, response) in answers)
        {
            operation.Responses.Add(status, response);
            Responses.Complete(context.ApiDescription.ActionDescriptor, operation.OperationId!, status, (OpenApiResponse)response);
            LimitHeaders.Add((OpenApiResponse)response, context.Document);
        }
    }

    /// <summary>Who needs no key may send one all the same; it is counted for its holder.</summary>
    private static List<OpenApiSecurityRequirement> Security(NeededRole? needed, OperationFilterContext context)
    {
        var key = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyAuthentication.Bearer, context.Document)] = [] };
        return needed is null ? [] : [key];
    }

    private static OpenApiMediaType Form(OpenApiOperation operation, string mediaType) =>
        (OpenApiMediaType)operation.Responses!["200"].Content![mediaType];

    /// <summary>A text of lines, whose JSON the content schema describes.</summary>
    private static OpenApiSchema Lines(string mediaType, IReadOnlyList<IOpenApiSchema> types) => new()
    {
        Type = JsonSchemaType.String,
        Description = "A line of JSON each; `contentSchema` is that of a line.",
        ContentMediaType = mediaType,
        ContentSchema = types is [var one] ? one : new OpenApiSchema { OneOf = [.. types] },
    };

    private static OpenApiRequestBody Body(RequestForms forms, OperationFilterContext context) => new()
    {
        Description = forms.Description,
        Required = true,
        Content = forms.Forms.ToDictionary(form => form.MediaType, form => (IOpenApiMediaType)new OpenApiMediaType
        {
            Schema = context.SchemaGenerator.GenerateSchema(form.Type, context.SchemaRepository),
            Example = form.MediaType is "application/json" or MergePatch.MediaType ? JsonNode.Parse(form.Example) : JsonValue.Create(form.Example),
        }),
    };

    private static OpenApiParameter IfMatch() => new()
    {
        Name = "If-Match",
        In = ParameterLocation.Header,
        Required = true,
        Description = "The ETag of the state you have seen, as its GET answered it; `*` for whatever it is.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = JsonValue.Create("*"),
    };

    private static void Identify(OpenApiOperation operation, PathId? id)
    {
        foreach (var parameter in operation.Parameters!.OfType<OpenApiParameter>().Where(_ => id is not null))
        {
            parameter.Description = $"The {id!.Record}'s id.";
            parameter.Example = JsonValue.Create(id.Example);
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "1", Maximum = "9223372036854775807" };
        }
    }

    private static OpenApiParameter IdempotencyKey() => new()
    {
        Name = TakesIdempotencyKey.Header,
        In = ParameterLocation.Header,
        Description = "A name of your own for this request, such as a UUID. Sent again within 24 hours by the same key to the same address with the same body, it is "
            + "answered with the first answer, and nothing is done twice.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255, Pattern = "^[!-~]+$" },
    };
}
