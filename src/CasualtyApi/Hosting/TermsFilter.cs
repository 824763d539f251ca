using CasualtyApi.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CasualtyApi.Hosting;

/// <summary>Describes every enumeration in the codebook's words.</summary>
internal sealed class TermsFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema described || Definitions.Of(Nullable.GetUnderlyingType(context.Type) ?? context.Type) is not { } words)
        {
            return;
        }

        described.Description = words.Meaning + "\n\n" + string.Join('\n', words.Words.Select(word => $"- `{word.Word}`: {word.Meaning}"));
    }
}
