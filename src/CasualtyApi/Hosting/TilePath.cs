using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CasualtyApi.Hosting;

/// <summary>The path of a tile as the document describes it. OpenAPI has no word for a value of several path elements.</summary>
internal static class TilePath
{
    /// <summary>Says of a path parameter that its slashes part elements of the path.</summary>
    private const string SpansElements = "x-multi-segment";

    public static void Describe(IEnumerable<OpenApiParameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Name == "level")
            {
                parameter.Description = "The level, from 0, the leaves.";
                parameter.Example = JsonValue.Create(0);
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "0", Maximum = "63" };
                continue;
            }

            parameter.Description = "The tile's number in elements of three digits, all but the last behind an `x`; for one that is not full, `.p/` and its width.";
            parameter.Example = JsonValue.Create("000.p/2");
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
            parameter.AddExtension(SpansElements, new JsonNodeExtension(JsonValue.Create(true)));
        }
    }
}
