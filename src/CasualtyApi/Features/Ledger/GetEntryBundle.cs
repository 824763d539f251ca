using System.Buffers.Binary;
using CasualtyApi.Http;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Ledger;

internal static class GetEntryBundle
{
    public static async Task<Results<VerbatimBytes, BadRequestProblem, NoTileProblem>> HandleAsync(
        string index, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        if (TileIndex.Parse(index) is not { } bundle) return TileIndex.Misspelled(index);
        if (ledger.Position - bundle.Start < bundle.Width) return new NoTileProblem(bundle, ledger.Position);

        var payloads = await db.Changes.AsNoTracking()
            .Where(change => change.Position > bundle.Start && change.Position <= bundle.Start + bundle.Width)
            .OrderBy(change => change.Position).Select(change => change.Payload).ToListAsync(cancellationToken);
        var tooLong = payloads.FindIndex(payload => payload.Length > ushort.MaxValue);
        return tooLong < 0 ? new VerbatimBytes(Bundled(payloads)) : NoTileProblem.HoldsLonger(bundle, bundle.Start + tooLong + 1);
    }

    /// <summary>Each entry behind its length, two bytes, the higher first.</summary>
    private static byte[] Bundled(List<byte[]> payloads)
    {
        var bundle = new byte[payloads.Sum(payload => sizeof(ushort) + payload.Length)];
        var rest = bundle.AsSpan();
        foreach (var payload in payloads)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)payload.Length);
            payload.CopyTo(rest[sizeof(ushort)..]);
            rest = rest[(sizeof(ushort) + payload.Length)..];
        }

        return bundle;
    }
}
