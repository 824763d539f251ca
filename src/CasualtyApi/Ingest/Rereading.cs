using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Ingest;

/// <summary>What reading a document again came to.</summary>
/// <param name="Changes">How many changes it made; 0 where it was read as before.</param>
/// <param name="Superseded">How many claims are not read any more.</param>
/// <param name="Position">Of the last change; where there was none, the ledger's length.</param>
internal sealed record ReadAgain(int Changes, int Superseded, long Position);

/// <summary>Reads a stored document again with this version of the engine. Nothing but a person's order does that.</summary>
internal static class Rereading
{
    /// <summary>Reads a document again within a change, and saves it.</summary>
    /// <returns>Null where there is no such document.</returns>
    public static async Task<ReadAgain?> ReadAsync(CasualtyDbContext db, LedgerTransaction ledger, long documentId, CancellationToken cancellationToken)
    {
        var document = await db.Documents.SingleOrDefaultAsync(known => known.Id == documentId, cancellationToken);
        if (document is null) return null;
        var text = await db.DocumentTexts.AsNoTracking().Where(known => known.DocumentId == documentId).Select(known => known.Text).SingleAsync(cancellationToken);
        var before = db.Position();
        var earlier = await EarlierReading.LoadAsync(db, ledger, documentId, cancellationToken);
        var sources = new SourceRegister(ledger, db, document);
        await new ReadingKeeper(ledger, db, document, sources, earlier).KeepAsync(ReadingMeter.Read(text, document.PublishedAt), cancellationToken);
        earlier.SupersedeVanished();
        await new RepeatsAgain(ledger, db, document, EarlierReading.Reason).LinkAsync(cancellationToken);
        var position = ledger.HasChanges ? await ledger.SaveAsync(cancellationToken) : before;
        return new ReadAgain((int)(position - before), earlier.Superseded, position);
    }
}
