using CasualtyApi.Http;

namespace CasualtyApi.Features.Exports;

internal static class ExportEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var exports = api.MapGroup("/exports").WithTags("Exports");

        exports.MapGet("/ledger.ndjson", ExportLedger.Handle).AsFile(QueryTable.None).Produces<string>(200, AnswerFormat.Ndjson.MediaType)
            .WithMetadata(ExportLedger.Lines).Named(nameof(ExportLedger),
            "Exports the whole ledger, one entry a line.",
            "The first line says how many entries follow. With a checkpoint kept elsewhere, anybody can verify it without this service; `import` builds "
            + "everything again from it. The header `Repr-Digest` is the SHA-256 of what was sent. docs/ledger.md has the format.");

        exports.MapGet("/ledger.sqlite", ExportDatabase.HandleAsync).WithMetadata(QueryTable.None, new Digested()).Produces<byte[]>(200, ExportDatabase.MediaType)
            .Produces<ProblemResponse>(404, ProblemResponse.MediaType).Named(nameof(ExportDatabase),
            "Exports the database as one SQLite file.",
            "One moment of it, without keys and without words that are withheld. The header `Repr-Digest` is the SHA-256 of what was sent.");
    }
}
