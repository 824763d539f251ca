using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;

namespace CasualtyApi.Queries.Ledger;

/// <summary>The ledger's size and root, signed.</summary>
internal static class CheckpointNote
{
    public static async Task<string> ReadAsync(CasualtyDbContext db, LedgerView ledger, CheckpointSigner signer, CancellationToken cancellationToken) =>
        signer.Sign(ledger.Position, await new LedgerTree(db).RootAsync(ledger.Position, cancellationToken));
}
