using CasualtyApi.Features.Claims.Rendering;
using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Reading;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims;

internal static class ExportClaims
{
    private static readonly QueryField<bool> Hxl = QueryFields.Flag("hxl", "A second row of HXL hashtags below the header.");

    public static readonly QueryTable Query = new(Hxl);

    public static async Task<IResult> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, ClaimNames names, CancellationToken cancellationToken)
    {
        var line = new ClaimCsv(ClaimCells.Of(db), await names.AtAsync(db, ledger.Position, cancellationToken), null, query.Get(Hxl));
        return new Answer(new(db, [db.Claims.AsNoTracking().OrderBy(claim => claim.Id)], line));
    }

    private sealed class Answer(ClaimLines claims) : DigestedAnswer(claims.MediaType)
    {
        protected override Task WriteAsync(Stream body, CancellationToken cancellationToken) => claims.WriteAsync(body, cancellationToken);
    }
}
