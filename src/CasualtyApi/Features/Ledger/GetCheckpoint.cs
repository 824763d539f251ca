using CasualtyApi.Http;
using CasualtyApi.Queries.Ledger;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Ledger;

internal static class GetCheckpoint
{
    public static async Task<ContentHttpResult> HandleAsync(
        CasualtyDbContext db, LedgerView ledger, CheckpointSigner signer, CancellationToken cancellationToken)
    {
        var root = await new LedgerTree(db).RootAsync(ledger.Position, cancellationToken);
        return TypedResults.Text(signer.Sign(ledger.Position, root), "text/plain", System.Text.Encoding.UTF8);
    }
}
