using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CasualtyApi.Hosting;

/// <summary>The two headers every answer carries, described once.</summary>
internal sealed class LimitHeaders : IDocumentFilter
{
    private static readonly (string Name, string Description)[] Both =
    [
        ("RateLimit", "How many more requests of this kind this client may make (`r`), and in how many seconds its minute is over (`t`)."),
        ("RateLimit-Policy", "How many requests (`q`) of a kind a client may make in how many seconds (`w`): draft-ietf-httpapi-ratelimit-headers."),
    ];

    public static void Add(OpenApiResponse response, OpenApiDocument document)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        foreach (var (name, _) in Both) response.Headers[name] = new OpenApiHeaderReference(name, document);
    }

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Components ??= new();
        swaggerDoc.Components.Headers = Both.ToDictionary(header => header.Name, header => (IOpenApiHeader)new OpenApiHeader
        {
            Description = header.Description,
            Required = true,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }
}
