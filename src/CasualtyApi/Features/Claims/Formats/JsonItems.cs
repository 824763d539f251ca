using System.Text.Json;
using CasualtyApi.Http;
using CasualtyApi.Queries.Claims;

namespace CasualtyApi.Features.Claims.Formats;

/// <summary>A JSON document around an array of claims, written as they come.</summary>
/// <param name="body">Where to.</param>
/// <param name="head">The document up to and with the array's bracket.</param>
internal abstract class JsonItems(Stream body, string head) : ClaimWriter
{
    private bool _isFirst = true;

    public override Task BeginAsync(CancellationToken cancellationToken) => WriteAsync(head, cancellationToken);

    public override async Task WriteAsync(ClaimResponse claim, CancellationToken cancellationToken)
    {
        await WriteAsync(_isFirst ? "\n" : ",\n", cancellationToken);
        _isFirst = false;
        var item = Shape(claim);
        await body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(item, item.GetType(), ApiJson.Options), cancellationToken);
    }

    public override Task EndAsync(CancellationToken cancellationToken) => WriteAsync("\n]}\n", cancellationToken);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected abstract object Shape(ClaimResponse claim);

    private Task WriteAsync(string json, CancellationToken cancellationToken) =>
        body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(json), cancellationToken).AsTask();
}
