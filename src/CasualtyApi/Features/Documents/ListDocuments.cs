using CasualtyApi.Http;
using CasualtyApi.Queries.Documents;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Documents;

internal static class ListDocuments
{
    public static async Task<Ok<Page<DocumentResponse>>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken) =>
        TypedResults.Ok(await DocumentList.ReadAsync(query, db, ledger, cancellationToken));
}
