using System.Globalization;
using System.Text.Json.Nodes;
using CasualtyApi.Http;
using Microsoft.OpenApi;

namespace CasualtyApi.Hosting;

/// <summary>A query field as the document describes it.</summary>
internal static class QueryParameters
{
    public static OpenApiParameter Of(QueryField field) => new()
    {
        Name = field.Name,
        In = ParameterLocation.Query,
        Description = field.TakesMany ? field.Description + " Several, comma-separated, combine by \"or\"." : field.Description,
        Style = ParameterStyle.Form,
        Explode = !field.TakesMany,
        Schema = field.TakesMany ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = Item(field), Default = Defaults(field) } : Item(field),
        Example = field.Example is null ? null : field.TakesMany ? new JsonArray(field.Example) : Value(field, field.Example),
    };

    private static OpenApiSchema Item(QueryField field) => new()
    {
        Type = field.Type,
        Format = field.Format,
        Pattern = field.Pattern,
        Minimum = field.Minimum?.ToString(CultureInfo.InvariantCulture),
        Maximum = field.Maximum?.ToString(CultureInfo.InvariantCulture),
        Enum = field.Words?.Select(word => (JsonNode)JsonValue.Create(word)).ToList(),
        Default = field.TakesMany || field.Default is null ? null : Value(field, field.Default),
    };

    private static JsonNode? Value(QueryField field, string word) =>
        field.Type == JsonSchemaType.String ? JsonValue.Create(word) : JsonNode.Parse(word);

    private static JsonArray? Defaults(QueryField field) =>
        field.Default is null ? null : new JsonArray([.. field.Default.Split(',').Select(word => JsonValue.Create(word))]);
}
