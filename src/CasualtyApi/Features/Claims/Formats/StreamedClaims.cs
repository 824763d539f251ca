using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Store;

namespace CasualtyApi.Features.Claims.Formats;

/// <summary>Claims in a form of <see cref="AnswerFormat"/>: one page of them, or all, a stretch at a time in flat memory.</summary>
internal sealed class StreamedClaims(AnswerFormat format, bool hxl, Page<ClaimResponse>? page, IAsyncEnumerable<ClaimResponse> claims) : IStreamedAnswer
{
    /// <summary>How many rows wait for the names of their sources.</summary>
    private const int Stretch = 500;

    public IPage? Page => page;

    public string MediaType => format.MediaType + (format == AnswerFormat.Csv ? "; charset=utf-8" : "");

    /// <summary>Reads all rows, naming the sources of a stretch of them at a time.</summary>
    public static async IAsyncEnumerable<ClaimResponse> ReadAsync(
        IAsyncEnumerable<ClaimRow> rows, Search? search, CasualtyDbContext db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var stretch in rows.Chunk(Stretch).WithCancellation(cancellationToken))
        {
            var sources = await SourceDirectory.LoadAsync(db, stretch.SelectMany(row => row.SourceIds), cancellationToken);
            var highlights = await ClaimHighlights.LoadAsync(stretch, search, db, cancellationToken);
            foreach (var row in stretch)
            {
                yield return highlights.On(ClaimResponse.Of(row, sources));
            }
        }
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancellationToken = httpContext.RequestAborted;
        await using var writer = ClaimWriter.Of(format, httpContext.Response.Body, hxl);
        await writer.BeginAsync(cancellationToken);
        await foreach (var claim in claims.WithCancellation(cancellationToken))
        {
            await writer.WriteAsync(claim, cancellationToken);
        }

        await writer.EndAsync(cancellationToken);
    }
}
