using CasualtyApi.Http;
using CasualtyApi.Queries.Claims;

namespace CasualtyApi.Features.Claims.Formats;

/// <summary>Writes claims in one form, one after the other.</summary>
internal abstract class ClaimWriter : IAsyncDisposable
{
    public static ClaimWriter Of(AnswerFormat format, Stream body, bool hxl) =>
        format == AnswerFormat.Csv ? new CsvClaims(body, hxl)
        : format == AnswerFormat.GeoJson ? new GeoJsonClaims(body)
        : format == AnswerFormat.JsonLd ? new JsonLdClaims(body)
        : new NdjsonClaims(body);

    public abstract Task BeginAsync(CancellationToken cancellationToken);

    public abstract Task WriteAsync(ClaimResponse claim, CancellationToken cancellationToken);

    public abstract Task EndAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
