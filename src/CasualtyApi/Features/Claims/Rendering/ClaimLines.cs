using System.Buffers;
using CasualtyApi.Http;
using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims.Rendering;

/// <summary>All claims of a query, one a line, in flat memory.</summary>
internal sealed class ClaimLines(IReadOnlyList<IQueryable<Claim>> legs, ClaimLine line) : IStreamedAnswer
{
    private const int Sent = 64 << 10;

    public IPage? Page => null;

    public string MediaType => line.MediaType;

    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext.Response.Body, httpContext.RequestAborted);

    public async Task WriteAsync(Stream body, CancellationToken cancellationToken)
    {
        var bytes = new ArrayBufferWriter<byte>(Sent * 2);
        line.Begin(bytes);
        foreach (var leg in legs)
        {
            await using var command = leg.Select(known => known.Id).CreateDbCommand();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                line.Write(bytes, reader.GetInt64(0));
                if (bytes.WrittenCount < Sent) continue;
                await body.WriteAsync(bytes.WrittenMemory, cancellationToken);
                bytes.ResetWrittenCount();
            }
        }

        await body.WriteAsync(bytes.WrittenMemory, cancellationToken);
    }
}
