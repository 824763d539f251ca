using System.Buffers;
using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;

namespace CasualtyApi.Features.Claims.Rendering;

/// <summary>All claims of a query, one a line, in flat memory.</summary>
internal sealed class ClaimLines(CasualtyDbContext db, IReadOnlyList<IQueryable<Claim>> legs, ClaimLine line) : IStreamedAnswer
{
    private const int Sent = 64 << 10;
    private const int Stretch = 500;

    public IPage? Page => null;

    public string MediaType => line.MediaType;

    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext.Response.Body, httpContext.RequestAborted);

    public async Task WriteAsync(Stream body, CancellationToken cancellationToken)
    {
        var bytes = new ArrayBufferWriter<byte>(Sent * 2);
        line.Begin(bytes);
        foreach (var leg in legs)
        {
            await foreach (var ids in db.StretchesAsync(leg.Select(known => known.Id), Stretch, cancellationToken))
            {
                await line.ExpectAsync(ids, cancellationToken);
                foreach (var id in ids)
                {
                    line.Write(bytes, id);
                    if (bytes.WrittenCount < Sent) continue;
                    await body.WriteAsync(bytes.WrittenMemory, cancellationToken);
                    bytes.ResetWrittenCount();
                }
            }
        }

        await body.WriteAsync(bytes.WrittenMemory, cancellationToken);
    }
}
