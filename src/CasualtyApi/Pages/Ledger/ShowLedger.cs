using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Changes;
using CasualtyApi.Queries.Ledger;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages.Ledger;

/// <summary>What the page of the ledger shows.</summary>
/// <param name="Origin">Scheme and host of this service, for commands that are copied.</param>
/// <param name="Changes">The newest first.</param>
/// <param name="Earlier">The position before them; 0 where they begin with the first.</param>
/// <param name="Later">The last position of those that follow them; 0 where they end with the last.</param>
/// <param name="Verified">The entry asked for, and its proof; null where none was.</param>
internal sealed record LedgerShown(
    string Origin, long Position, string Checkpoint, string VerifierKey, IReadOnlyList<ChangeResponse> Changes, long Earlier, long Later, VerifiedEntry? Verified);

/// <summary>Checkpoint, changes, and the proof of any of them.</summary>
internal static class ShowLedger
{
    private const int Shown = 20;

    private static readonly QueryField<long?> Entry = QueryFields.Number(
        "position", "The position of an entry to verify; the changes up to it are shown.", 1, long.MaxValue, example: "17");

    private static readonly QueryField<long?> Until = QueryFields.Number("until", "The position of the last change shown.", 1, long.MaxValue, example: "20");

    public static readonly QueryTable Query = new(Entry, Until);

    public static async Task<Results<RoomPage, BadRequestProblem>> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, CheckpointSigner signer, CancellationToken cancellationToken)
    {
        var (asked, until) = (query.Get(Entry), query.Get(Until));
        if (asked > ledger.Position) return Ahead(Entry, asked.Value, ledger.Position);
        if (until > ledger.Position) return Ahead(Until, until.Value, ledger.Position);

        var last = until ?? (asked is { } entry ? Math.Min(entry + (Shown / 2), ledger.Position) : ledger.Position);
        var after = Math.Max(0, last - Shown);
        var changes = await ChangeRows.ReadAsync(db, after, [], (int)(last - after), cancellationToken);
        var shown = new LedgerShown(
            Origin.Of(http.Request), ledger.Position, await CheckpointNote.ReadAsync(db, ledger, signer, cancellationToken), signer.Verifier.ToString(), [.. changes.AsEnumerable().Reverse()], after,
            last < ledger.Position ? Math.Min(last + Shown, ledger.Position) : 0,
            asked is { } position ? await VerifiedEntry.ReadAsync(position, ledger.Position, db, cancellationToken) : null);
        return new RoomPage(Head(query, after, last - after, asked, ledger.Position), LedgerPage.Of(shown));
    }

    private static PageHead Head(QueryValues query, long after, long count, long? entry, long size) => new(
        "Ledger", "Every change in order, each provable: the signed checkpoint, what was before and after, and how to verify it.",
        query.Canonical.Length == 0 ? "/ledger" : "/ledger?" + query.Canonical,
        [
            new("the checkpoint", Links.Root + "/ledger/checkpoint"), new("these changes", $"{Links.Root}/changes?after={after}&limit={Math.Max(1, count)}"),
            .. entry is null ? [] : new DataCall[]
            {
                new("the entry", $"{Links.Root}/ledger/entries?start={entry}"), new("its proof", $"{Links.Root}/ledger/proofs/inclusion?position={entry}&size={size}"),
            },
        ])
    { Section = "Ledger" };

    private static BadRequestProblem Ahead(QueryField field, long asked, long position) =>
        BadRequestProblem.BadValue(field.Name, $"{asked} lies ahead of this ledger, which stands at {position}.");
}
