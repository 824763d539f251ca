using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Ledger;

internal static class GetLedgerTile
{
    public static async Task<Results<VerbatimBytes, BadRequestProblem, NoTileProblem>> HandleAsync(
        int level, string index, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        if (TileIndex.Parse(index) is not { } tile) return TileIndex.Misspelled(index);
        if (LedgerTree.CountAt(level, ledger.Position) is var there && there - tile.Start < tile.Width) return new NoTileProblem(tile, there);

        var hashes = await new LedgerTree(db).TileAsync(level, tile.Start, tile.Width, cancellationToken);
        return new VerbatimBytes(hashes.SelectMany(hash => hash).ToArray());
    }
}
