using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries.Held;

/// <summary>
/// Goes back to an earlier position: later claims are left out, and those that changed since are put in as they were. What did
/// not change since, by far the most, is shared with the present.
/// </summary>
internal static class HeldPast
{
    /// <summary>How many steps back the last new claim is looked for before all of them are.</summary>
    private const int Steps = 2_000;

    /// <param name="known">The claims at a later position.</param>
    /// <param name="db">Shows its tables as of then.</param>
    /// <param name="position">The position gone back to.</param>
    /// <param name="generation">Of the sources as they were.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<HeldClaims> OfAsync(HeldClaims known, CasualtyDbContext db, long position, int generation, CancellationToken cancellationToken)
    {
        var draft = new HeldDraft(known.Stretches);
        draft.CutAfter((int)await LastAsync(db, position, cancellationToken));
        await foreach (var earlier in db.ClaimRevisions.Where(revision => revision.Since <= position && revision.Until > position)
            .AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            draft.Put(Earlier(earlier, draft[(int)earlier.Id], known.Words));
        }

        var documents = await db.DocumentRevisions.Where(revision => revision.Since <= position && revision.Until > position)
            .Select(revision => new { revision.Id, revision.PublisherId, revision.PublishedAt }).ToDictionaryAsync(revision => (int)revision.Id, cancellationToken);
        var finding = new Finding([]);
        if (documents.Count > 0) known.Each(new() { Documents = new(documents.Keys) }, ref finding);
        foreach (var id in finding.Ids.Where(draft.Has))
        {
            var (claim, document) = (draft[id], documents[draft[id].Document]);
            draft.Put(claim with { Publisher = (int)(document.PublisherId ?? 0), Published = document.PublishedAt?.DayNumber ?? 0 });
        }

        return known.Before(position, draft, await HeldSources.LoadAsync(db, generation, cancellationToken));
    }

    /// <summary>The last claim there was: ids are given in the order of positions.</summary>
    private static async Task<long> LastAsync(CasualtyDbContext db, long position, CancellationToken cancellationToken)
    {
        var steps = db.Changes.Where(change => change.Position <= position).OrderByDescending(change => change.Position);
        var near = await steps.Take(Steps).Where(change => change.Record == RecordKind.Claim && change.Revision == 1)
            .OrderByDescending(change => change.Position).Select(change => change.RecordId).FirstOrDefaultAsync(cancellationToken);
        return near != 0 ? near : await steps.Where(change => change.Record == RecordKind.Claim && change.Revision == 1)
            .Select(change => change.RecordId).FirstOrDefaultAsync(cancellationToken);
    }

    private static HeldClaim Earlier(Store.Entities.ClaimRevision revision, in HeldClaim now, HeldWords words) => new HeldRow(
        revision.Id, revision.PartyId, revision.BlamedId, revision.PlaceId, revision.DocumentId,
        revision.StatementId, revision.Cause, now.Published == 0 ? null : DateOnly.FromDayNumber(now.Published), revision.Start, revision.PeriodText,
        revision.PeriodStart, revision.PeriodEnd, revision.RepeatsClaimId, revision.PartOfClaimId, revision.UpdatesClaimId, revision.DisputesClaimId,
        revision.Revision, revision.ReceivedAt, revision.UpdatedAt, revision.Category, revision.Status, revision.Certainty, revision.Scope,
        revision.Relation, revision.Low, revision.High)
        .Held(
            revision.ClaimantIds is [var first, ..] ? (int)first : 0, revision.ClaimantIds.Count > 1 ? [.. revision.ClaimantIds.Skip(1).Select(id => (int)id)] : null,
            now.Publisher, revision.MixedOf, words);

    private readonly struct Finding(List<int> ids) : IHeldVisitor
    {
        public List<int> Ids => ids;

        public void Visit(HeldStretch stretch, ReadOnlySpan<ulong> hits)
        {
            foreach (var at in new HitsAt(hits)) ids.Add(stretch.Id[at]);
        }
    }
}
