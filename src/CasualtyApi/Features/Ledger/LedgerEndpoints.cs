using CasualtyApi.Http;
using CasualtyApi.Queries.Ledger;

namespace CasualtyApi.Features.Ledger;

internal static class LedgerEndpoints
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddOptions<LedgerOptions>().BindConfiguration(LedgerOptions.Section).ValidateDataAnnotations();
        services.AddSingleton<CheckpointSigner>();
        services.AddHostedService(provider => provider.GetRequiredService<CheckpointSigner>());
        services.AddHostedService<TreeKeeper>();
    }

    public static void Map(RouteGroupBuilder api)
    {
        var ledger = api.MapGroup("/ledger").WithTags("Ledger");

        ledger.MapGet("/checkpoint", GetCheckpoint.HandleAsync).AsList(QueryTable.None).Produces<string>(200, "text/plain").Named(nameof(GetCheckpoint),
            "Gets the ledger's checkpoint, signed.",
            "The number of entries and the root of the Merkle tree over them, as a signed note (C2SP tlog-checkpoint). Keep one elsewhere: whatever is "
            + "changed, cut off or put back here later will not agree with it.");

        ledger.MapGet("/verifier-key", GetVerifierKey.Handle).AsList(QueryTable.None).Produces<string>(200, "text/plain").Named(nameof(GetVerifierKey),
            "Gets the key that checkpoints are verified with.",
            "The form is that of C2SP signed notes: name, hash and Ed25519 key, joined by `+`.");

        ledger.MapGet("/entries", ListLedgerEntries.HandleAsync).AsUnchanging(ListLedgerEntries.Query).Named(nameof(ListLedgerEntries),
            "Lists entries of the ledger, byte for byte.",
            "The leaf of an entry is the SHA-256 of a zero byte and the payload's UTF-8 bytes. Entries never change.");

        ledger.MapGet("/proofs/inclusion", GetInclusionProof.HandleAsync).AsUnchanging(GetInclusionProof.Query).Named(nameof(GetInclusionProof),
            "Proves that an entry is in the ledger.",
            "The audit path of RFC 6962, section 2.1.1, from the entry's leaf to the root of the tree of the first `size` entries.");

        ledger.MapGet("/proofs/consistency", GetConsistencyProof.HandleAsync).AsUnchanging(GetConsistencyProof.Query).Named(nameof(GetConsistencyProof),
            "Proves that the ledger has only grown between two checkpoints.",
            "The consistency proof of RFC 6962, section 2.1.2, between the trees of the first `from` and the first `to` entries.");

        ledger.MapGet("/tile/{level:number:range(0,63)}/{*index:minlength(1)}", GetLedgerTile.HandleAsync).AsTile().Named(nameof(GetLedgerTile),
            "Gets hashes of the ledger's tree, in tiles of 256.",
            "C2SP tlog-tiles under the prefix `/api/v1/ledger`: 32 bytes a hash, of every eighth level from the leaves up. All proofs follow from tiles, "
            + "and a full one may be kept for ever by any cache on the way.");

        ledger.MapGet("/tile/entries/{*index:minlength(1)}", GetEntryBundle.HandleAsync).AsTile().Named(nameof(GetEntryBundle),
            "Gets entries of the ledger, in bundles of 256.",
            "C2SP tlog-tiles: each entry's bytes behind their length in two bytes, the higher first. Their leaves are the tile of the same index on level 0.");
    }
}
