using System.Collections.Concurrent;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CasualtyApi.Hosting;

/// <summary>Builds each OpenAPI document once: nothing that it says changes while the service runs.</summary>
internal sealed class BuiltOnce(IServiceScopeFactory scopes) : IAsyncSwaggerProvider
{
    private readonly ConcurrentDictionary<string, Lazy<Task<OpenApiDocument>>> _documents = new(StringComparer.Ordinal);

    public Task<OpenApiDocument> GetSwaggerAsync(string documentName, string? host = null, string? basePath = null) =>
        _documents.GetOrAdd(documentName, name => new(() => BuildAsync(name))).Value;

    private async Task<OpenApiDocument> BuildAsync(string documentName)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SwaggerGenerator>().GetSwaggerAsync(documentName, null, null);
    }
}
