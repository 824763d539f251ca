using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger.Exports;

namespace CasualtyApi.Features.Exports;

internal static class ExportLedger
{
    public static IResult Handle(CasualtyDbContext db, LedgerView ledger) => new Answer(db, ledger.Position);

    private sealed class Answer(CasualtyDbContext db, long position) : DigestedAnswer(AnswerFormat.Ndjson.MediaType)
    {
        protected override Task WriteAsync(Stream body, CancellationToken cancellationToken) =>
            new LedgerExport(db).WriteAsync(body, position, cancellationToken);
    }
}
