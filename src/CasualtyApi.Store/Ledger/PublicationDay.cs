using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger;

/// <summary>Keeps the day of publication beside the claims of a document. It is the document's, and no state of theirs.</summary>
internal static class PublicationDay
{
    public static async Task KeepAsync(CasualtyDbContext context, LedgerRecord record, CancellationToken cancellationToken)
    {
        if (record is Claim { Revision: 1 } claim)
        {
            // The one that is tracked, where it is; unlike a look through all that is, this costs the same however many claims there are.
            claim.PublishedAt = (await context.Documents.FindAsync([claim.DocumentId], cancellationToken))!.PublishedAt;
        }
        else if (record is Document { Revision: > 1 } corrected && context.Entry(corrected).Property(document => document.PublishedAt).IsModified)
        {
            await context.Claims.Where(known => known.DocumentId == corrected.Id).LoadAsync(cancellationToken);
            foreach (var known in context.Claims.Local.Where(known => known.DocumentId == corrected.Id)) known.PublishedAt = corrected.PublishedAt;
        }
    }

    /// <summary>The same of all claims of some documents.</summary>
    public static async Task CopyAsync(CasualtyDbContext context, IEnumerable<long> documents, CancellationToken cancellationToken)
    {
        foreach (var id in documents)
        {
            var day = await context.Documents.Where(document => document.Id == id).Select(document => document.PublishedAt).SingleAsync(cancellationToken);
            await context.Claims.Where(claim => claim.DocumentId == id).ExecuteUpdateAsync(set => set.SetProperty(claim => claim.PublishedAt, day), cancellationToken);
        }
    }
}
