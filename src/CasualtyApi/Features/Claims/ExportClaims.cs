using CasualtyApi.Features.Claims.Formats;
using CasualtyApi.Http;
using CasualtyApi.Store;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims;

internal static class ExportClaims
{
    private static readonly QueryField<bool> Hxl = QueryFields.Flag("hxl", "A second row of HXL hashtags below the header.");

    public static readonly QueryTable Query = new(Hxl);

    public static IResult Handle(QueryValues query, CasualtyDbContext db) => new Answer(db, query.Get(Hxl));

    private sealed class Answer(CasualtyDbContext db, bool hxl) : DigestedAnswer(AnswerFormat.Csv.MediaType + "; charset=utf-8")
    {
        protected override async Task WriteAsync(Stream body, CancellationToken cancellationToken)
        {
            var rows = db.Claims.AsNoTracking().OrderBy(claim => claim.Id).Select(ClaimRow.Projection);
            await using var writer = ClaimWriter.Of(AnswerFormat.Csv, body, hxl);
            await writer.BeginAsync(cancellationToken);
            await foreach (var claim in StreamedClaims.ReadAsync(rows.AsAsyncEnumerable(), null, db, cancellationToken)) await writer.WriteAsync(claim, cancellationToken);
            await writer.EndAsync(cancellationToken);
        }
    }
}
