using System.IO.Compression;
using System.Text.Json.Nodes;

namespace CasualtyApi.Tests.Contract;

/// <summary>Holds every answer of a test against the service's own OpenAPI document: what is not documented fails the test.</summary>
internal sealed class ContractHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string Document = "/openapi/v1.json";
    private const string Endless = "text/event-stream";

    private static readonly Lock Once = new();
    private static (string Text, ContractCheck Check)? last;

    private Task<ContractCheck>? check;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var address = request.RequestUri!;
        if (address.AbsolutePath == Document)
        {
            return response;
        }

        if (response.Content.Headers.ContentType is { MediaType: Endless } kind)
        {
            // It is heard elsewhere; here its head is enough.
            response.Content.Dispose();
            response.Content = new ByteArrayContent([]) { Headers = { ContentType = kind } };
        }

        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var contract = await (check ??= LoadAsync(new Uri(address, Document), cancellationToken));
        var faults = contract.Faults(new(
            request.Method.Method, address.AbsolutePath, address.Query.Contains("fields=", StringComparison.Ordinal), (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType, response.Headers.Select(header => header.Key).ToHashSet(StringComparer.OrdinalIgnoreCase),
            await TextAsync(response.Content, cancellationToken))).ToList();
        Assert.True(faults.Count == 0, $"{request.Method} {address.PathAndQuery} answered {(int)response.StatusCode} otherwise than documented: {string.Join(' ', faults)}");
        return response;
    }

    private async Task<ContractCheck> LoadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await base.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        lock (Once)
        {
            last = last is { } same && same.Text == text ? same : (text, new(JsonNode.Parse(text)!));
            return last.Value.Check;
        }
    }

    private static async Task<string> TextAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var body = new MemoryStream(await content.ReadAsByteArrayAsync(cancellationToken));
        await using Stream plain = body.Length == 0 ? body : content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
