using System.Globalization;
using System.Text.Json.Nodes;
using CasualtyApi.Http;
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
        operation.Parameters ??= [];
        Identify(operation, metadata.OfType<PathId>().SingleOrDefault());
        foreach (var field in metadata.OfType<QueryTable>().SelectMany(table => table.Fields))
        {
            operation.Parameters.Add(QueryParameters.Of(field));
        }

        if (metadata.OfType<RequestForms>().SingleOrDefault() is { } forms)
        {
            operation.RequestBody = Body(forms, context);
        }

        var problem = context.SchemaGenerator.GenerateSchema(typeof(ProblemResponse), context.SchemaRepository);
        operation.Responses ??= [];
        foreach (var status in isOfApi ? new[] { 400, 406, 500, 503 } : [500])
        {
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse
            {
                Content = new Dictionary<string, IOpenApiMediaType> { [ProblemResponse.MediaType] = new OpenApiMediaType { Schema = problem } },
            });
        }

        foreach (var lines in metadata.OfType<LineTypes>())
        {
            ((OpenApiMediaType)operation.Responses["200"].Content![lines.MediaType]).Schema = new OpenApiSchema
            {
                Description = "One of these on each line.",
                OneOf = [.. lines.Types.Select(type => context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository))],
            };
        }

        foreach (var format in metadata.OfType<OtherForms>().SelectMany(others => others.Formats))
        {
            operation.Responses["200"].Content![format.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = format.SchemaType } };
        }

        var answers = operation.Responses.OrderBy(answer => answer.Key, StringComparer.Ordinal).ToList();
        operation.Responses.Clear();
        foreach (var (status, response) in answers)
        {
            operation.Responses.Add(status, response);
            Responses.Complete(context.ApiDescription.ActionDescriptor, operation.OperationId!, status, (OpenApiResponse)response);
        }
    }

    private static OpenApiRequestBody Body(RequestForms forms, OperationFilterContext context) => new()
    {
        Description = forms.Description,
        Required = true,
        Content = forms.Forms.ToDictionary(form => form.MediaType, form => (IOpenApiMediaType)new OpenApiMediaType
        {
            Schema = context.SchemaGenerator.GenerateSchema(form.Type, context.SchemaRepository),
            Example = form.MediaType == "application/json" ? JsonNode.Parse(form.Example) : JsonValue.Create(form.Example),
        }),
    };

    private static void Identify(OpenApiOperation operation, PathId? id)
    {
        foreach (var parameter in operation.Parameters!.OfType<OpenApiParameter>().Where(_ => id is not null))
        {
            parameter.Description = $"The {id!.Record}'s id.";
            parameter.Example = JsonValue.Create(id.Example);
        }
    }
}
