using System.Text.Json.Nodes;
using CasualtyApi.Http;
using CasualtyApi.Http.Keys;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace CasualtyApi.Hosting;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>, and Swagger UI on it.</summary>
internal static class OpenApi
{
    private const string Document = "v1";

    public static WebApplicationBuilder AddOpenApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Document, new()
            {
                Title = "CasualtyApi",
                Version = ServiceVersion.Value,
                Description = "Casualty claims in conflicts: each number with who said it, in which words, at which characters of which "
                    + "document. Contradicting claims stand side by side, and nothing is overwritten.",
            });
            options.AddServer(new() { Url = "/", Description = "Where this document came from." });
            options.SupportNonNullableReferenceTypes();
            options.CustomSchemaIds(SchemaNames.Of);
            options.IncludeXmlComments(Path.Combine(AppContext.BaseDirectory, "CasualtyApi.xml"));

            options.MapType<JsonNode>(() => new OpenApiSchema { Type = JsonSchemaType.Object | JsonSchemaType.Null });
            options.SchemaFilter<TermsFilter>();
            options.SchemaFilter<NullableFilter>();
            options.SchemaFilter<RequiredFilter>();
            options.DocumentFilter<TagsFilter>();
            options.DocumentFilter<LimitHeaders>();
            options.OperationFilter<OperationFilter>();
            options.AddSecurityDefinition(KeyAuthentication.Bearer, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "cas_…",
                Description = "An API key, as an admin handed it out. Reading needs none; a key that opens nothing is refused everywhere.",
            });
        });
        builder.Services.AddSingleton<IAsyncSwaggerProvider, BuiltOnce>();
        return builder;
    }

    public static WebApplication MapOpenApi(this WebApplication app)
    {
        app.MapSwagger("/openapi/{documentName}.json", options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "swagger";
            options.DocumentTitle = "CasualtyApi";
            options.SwaggerEndpoint($"/openapi/{Document}.json", "CasualtyApi");
            options.DefaultModelsExpandDepth(0);
            options.DocExpansion(DocExpansion.List);
            options.DisplayRequestDuration();
            options.DisplayOperationId();
        });
        return app;
    }
}
