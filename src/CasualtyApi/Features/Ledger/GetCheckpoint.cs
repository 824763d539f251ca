using CasualtyApi.Http;
using CasualtyApi.Queries.Ledger;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Ledger;

internal static class GetCheckpoint
{
    public static async Task<ContentHttpResult> HandleAsync(
        CasualtyDbContext db, LedgerView ledger, CheckpointSigner signer, CancellationToken cancellationToken) =>
        TypedResults.Text(await CheckpointNote.ReadAsync(db, ledger, signer, cancellationToken), "text/plain", System.Text.Encoding.UTF8);
}
