using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Ledger.Merkle;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Ledger;

/// <summary>That a tree begins with all the entries of an earlier one.</summary>
/// <param name="From">How many entries the earlier tree has.</param>
/// <param name="To">How many entries the later tree has.</param>
/// <param name="FromRootHash">The earlier root, in base64, as all hashes.</param>
/// <param name="ToRootHash">The later root.</param>
/// <param name="Hashes">The proof; empty where both are the same tree.</param>
internal sealed record ConsistencyProofResponse(long From, long To, string FromRootHash, string ToRootHash, IReadOnlyList<string> Hashes);

internal static class GetConsistencyProof
{
    private static readonly QueryField<long?> From = QueryFields.Number(
        "from", "The number of entries of the earlier tree, as a checkpoint kept from then names it.", 1, long.MaxValue, byDefault: 1, example: "17");

    private static readonly QueryField<long?> To = QueryFields.Number(
        "to", "The number of entries of the later tree. Absent, the earlier one.", 1, long.MaxValue, example: "20");

    public static readonly QueryTable Query = new(From, To);

    public static async Task<Results<Ok<ConsistencyProofResponse>, BadRequestProblem>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var from = query.Get(From) ?? 1;
        var to = query.Get(To) ?? from;
        if (Ahead.Of(ledger, query.Has(To) ? To : From, to) is { } ahead) return ahead;
        if (from > to) return BadRequestProblem.BadValue(From.Name, $"{from} is more than {to}: the earlier tree has the fewer entries.");

        var tree = new LedgerTree(db);
        var proof = await tree.RootsAsync(MerkleProof.OfConsistency(from, to), cancellationToken);
        return TypedResults.Ok(new ConsistencyProofResponse(
            from, to, Convert.ToBase64String(await tree.RootAsync(from, cancellationToken)),
            Convert.ToBase64String(await tree.RootAsync(to, cancellationToken)), proof.ConvertAll(Convert.ToBase64String)));
    }
}
