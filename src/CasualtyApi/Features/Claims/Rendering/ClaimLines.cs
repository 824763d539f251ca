using System.Buffers;
using System.Text.Json;
using CasualtyApi.Http;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Reading;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims.Rendering;

/// <summary>All claims of a query as NDJSON, one a line, as the list shows them; in flat memory.</summary>
internal sealed class ClaimLines(IReadOnlyList<IQueryable<Claim>> legs, ClaimCells cells, ClaimNames.NamesInView names) : IStreamedAnswer
{
    private const int Sent = 64 << 10;

    public IPage? Page => null;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (body, cancellationToken) = (httpContext.Response.Body, httpContext.RequestAborted);
        httpContext.Response.ContentType = AnswerFormat.Ndjson.MediaType;
        var bytes = new ArrayBufferWriter<byte>(Sent * 2);
        await using var json = new Utf8JsonWriter(bytes, ClaimJson.Written);
        var claim = new ClaimJson(cells, names);
        foreach (var leg in legs)
        {
            await using var command = leg.Select(known => known.Id).CreateDbCommand();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                claim.Write(json, [reader.GetInt64(0)]);
                json.Flush();
                json.Reset();
                bytes.Write("\n"u8);
                if (bytes.WrittenCount < Sent) continue;
                await body.WriteAsync(bytes.WrittenMemory, cancellationToken);
                bytes.ResetWrittenCount();
            }
        }

        await body.WriteAsync(bytes.WrittenMemory, cancellationToken);
    }
}
