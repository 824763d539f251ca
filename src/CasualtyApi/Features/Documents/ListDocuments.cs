using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Documents;

internal static class ListDocuments
{
    private static readonly ListOrder<Document, DocumentRow> Order = ListOrder.OfRecords<Document, DocumentRow>(
        new OpenSortKey<Document, DocumentRow, DateOnly>(
            "publishedAt", document => document.PublishedAt, row => row.Document.PublishedAt?.DayNumber, Days.Of));

    public static readonly QueryTable Query = QueryTable.OfList<DocumentResponse>(Order.Field);

    public static async Task<Ok<Page<DocumentResponse>>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var page = await db.Documents.AsNoTracking().PageAsync(query, Order, DocumentRow.Projection, ledger.Position, cancellationToken);
        var sources = await SourceDirectory.LoadAsync(db, page.Items.SelectMany(row => row.SourceIds), cancellationToken);
        return TypedResults.Ok(page.Of(row => DocumentResponse.Of(row, sources)));
    }
}
