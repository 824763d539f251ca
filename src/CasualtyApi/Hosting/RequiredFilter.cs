using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CasualtyApi.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CasualtyApi.Hosting;

/// <summary>
/// Says which members always come: all but those left out where they would be null or false. Of a body that is read, those
/// that must be sent. A member that may be null comes nevertheless.
/// </summary>
internal sealed class RequiredFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is OpenApiSchema { Properties.Count: > 0 } described
            && ApiJson.Options.GetTypeInfo(context.Type) is { Kind: JsonTypeInfoKind.Object } type)
        {
            described.Required = type.Properties.Where(AlwaysComes).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        }
    }

    private static bool AlwaysComes(JsonPropertyInfo property) =>
        property.IsRequired && property.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) != true;
}
