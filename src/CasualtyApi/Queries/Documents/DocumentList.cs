using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Documents;

/// <summary>Lists documents, and finds them by words.</summary>
internal static class DocumentList
{
    private static readonly ListOrder<Document, DocumentRow> Order = ListOrder.OfRecords<Document, DocumentRow>(
        new OpenSortKey<Document, DocumentRow, DateOnly>(
            "publishedAt", document => document.PublishedAt, row => row.Document.PublishedAt?.DayNumber, Days.Of));

    public static readonly QueryField<SearchTerms> Words = Search.Field("the document's title, first words and publisher", "heavy losses");

    private static readonly QueryField<long> UpdatedSince = QueryFields.Since("updatedSince", "Only what was changed then or later.");

    public static readonly QueryTable Query = QueryTable.OfList<DocumentResponse>(Order.Field, Words, UpdatedSince, AsOf.Field);

    public static async Task<Page<DocumentResponse>> ReadAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var search = await Search.ReadAsync(query, Words, RecordKind.Document, db, cancellationToken);
        var since = query.Get(UpdatedSince);
        var documents = search is null ? db.Documents.AsNoTracking() : search.Of(db.Documents.AsNoTracking(), db);
        var page = await documents.WhereIf(query.Has(UpdatedSince), document => document.UpdatedAt >= since).PageAsync(query, Order, DocumentRow.Projection, ledger.Position, cancellationToken);
        var sources = await SourceDirectory.LoadAsync(db, page.Items.SelectMany(row => row.SourceIds), cancellationToken);
        return page.Of(row => DocumentResponse.Of(row, sources));
    }
}
