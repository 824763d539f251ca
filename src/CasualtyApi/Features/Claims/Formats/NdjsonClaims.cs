using System.Text.Json;
using CasualtyApi.Http;
using CasualtyApi.Queries.Claims;

namespace CasualtyApi.Features.Claims.Formats;

/// <summary>One claim a line, as the list shows it.</summary>
internal sealed class NdjsonClaims(Stream body) : ClaimWriter
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    public override Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override async Task WriteAsync(ClaimResponse claim, CancellationToken cancellationToken)
    {
        await body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(claim, ApiJson.Options), cancellationToken);
        await body.WriteAsync(LineEnd, cancellationToken);
    }

    public override Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
