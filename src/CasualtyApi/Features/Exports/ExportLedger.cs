using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger.Exports;

namespace CasualtyApi.Features.Exports;

/// <summary>The first line of an exported ledger.</summary>
/// <param name="Format">The form of the lines that follow.</param>
/// <param name="Position">How many there are.</param>
internal sealed record ExportHeadResponse(string Format, long Position);

/// <summary>An entry of an exported ledger.</summary>
/// <param name="Position">From 1, without gaps.</param>
/// <param name="LeafHash">Base64 of the SHA-256 of a zero byte and the payload's bytes.</param>
/// <param name="Payload">Canonical JSON (RFC 8785); its UTF-8 bytes are what the ledger proves.</param>
/// <param name="Words">The words that the payload holds as their SHA-256, unless they are withheld.</param>
internal sealed record ExportEntryResponse(long Position, string LeafHash, string Payload, IReadOnlyDictionary<string, string> Words);

internal static class ExportLedger
{
    public static readonly LineTypes Lines = new(AnswerFormat.Ndjson.MediaType, [typeof(ExportHeadResponse), typeof(ExportEntryResponse)]);

    public static IResult Handle(CasualtyDbContext db, LedgerView ledger) => new Answer(db, ledger.Position);

    private sealed class Answer(CasualtyDbContext db, long position) : DigestedAnswer(AnswerFormat.Ndjson.MediaType)
    {
        protected override Task WriteAsync(Stream body, CancellationToken cancellationToken) =>
            new LedgerExport(db).WriteAsync(body, position, cancellationToken);
    }
}
