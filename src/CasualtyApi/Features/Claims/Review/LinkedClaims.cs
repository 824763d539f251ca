using CasualtyApi.Queries;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims.Review;

/// <summary>The claims around one that is written: those it is linked to, and those that are linked to it.</summary>
internal sealed class LinkedClaims(CasualtyDbContext db, CancellationToken cancellationToken)
{
    private readonly Dictionary<long, LinkedClaim> known = [];

    /// <summary>What is wrong with the links of a claim and with those that lead to it, and was not wrong before.</summary>
    /// <param name="after">The claim as it is to be.</param>
    public async Task<IReadOnlyList<LinkFault>> FaultsAsync(Claim after)
    {
        await LoadAsync(claim => claim.Id == after.Id || claim.RepeatsClaimId == after.Id || claim.PartOfClaimId == after.Id
            || claim.UpdatesClaimId == after.Id || claim.DisputesClaimId == after.Id);
        var before = known.GetValueOrDefault(after.Id);
        var around = known.Values.Where(claim => claim.Id != after.Id).ToList();
        var written = await OfAsync(after);
        await LoadLinkedAsync([written, .. known.Values]);

        LinkedClaim? Then(long id) => id == after.Id ? before : known.GetValueOrDefault(id);
        LinkedClaim? Now(long id) => id == after.Id ? written : known.GetValueOrDefault(id);
        var old = before is null ? [] : LinkRules.Faults(before, Then).Select(fault => (Claim: before.Id, fault)).Concat(FaultsOf(around, Then)).ToHashSet();
        var own = LinkRules.Faults(written, Now).Where(fault => !old.Contains((written.Id, fault)));
        var others = FaultsOf(around, Now).Where(fault => !old.Contains(fault)).Select(fault => new LinkFault(
            fault.Fault.Member, fault.Claim, $"claim {fault.Claim} is linked to this one, and could not stay so: {fault.Fault.Why} Correct its link first."));
        return [.. own, .. others];
    }

    private static IEnumerable<(long Claim, LinkFault Fault)> FaultsOf(IEnumerable<LinkedClaim> claims, Func<long, LinkedClaim?> find) =>
        claims.SelectMany(claim => LinkRules.Faults(claim, find).Select(fault => (claim.Id, fault)));

    // An update may lead to one that updates another, and so on; every other link is one step.
    private async Task LoadLinkedAsync(IReadOnlyList<LinkedClaim> from)
    {
        for (var wanted = Missing(from); wanted.Count > 0; wanted = Missing([.. known.Values]))
        {
            var found = await LoadAsync(claim => EF.Parameter(wanted).Contains(claim.Id));
            if (found < wanted.Count) return;
        }
    }

    private List<long> Missing(IReadOnlyList<LinkedClaim> from) => [.. from.SelectMany(claim => claim.Linked).Distinct().Where(id => !known.ContainsKey(id))];

    private async Task<int> LoadAsync(System.Linq.Expressions.Expression<Func<Claim, bool>> which)
    {
        var rows = await db.Claims.AsNoTracking().Where(which).Include(claim => claim.Claimants).Include(claim => claim.Document).ToListAsync(cancellationToken);
        var sources = await SourceDirectory.LoadAsync(db, rows.SelectMany(Voices), cancellationToken);
        foreach (var row in rows) known[row.Id] = Of(row, row.Document!.PublishedAt, sources, row.Document.PublisherId);
        return rows.Count;
    }

    private async Task<LinkedClaim> OfAsync(Claim claim)
    {
        var document = await db.Documents.AsNoTracking().Where(document => document.Id == claim.DocumentId)
            .Select(document => new { document.PublishedAt, document.PublisherId }).SingleAsync(cancellationToken);
        var ids = claim.Claimants.Select(claimant => (long?)claimant.SourceId).Append(document.PublisherId).OfType<long>();
        return Of(claim, document.PublishedAt, await SourceDirectory.LoadAsync(db, ids, cancellationToken), document.PublisherId);
    }

    private static IEnumerable<long> Voices(Claim claim) =>
        claim.Claimants.Select(claimant => (long?)claimant.SourceId).Append(claim.Document!.PublisherId).OfType<long>();

    private static LinkedClaim Of(Claim claim, DateOnly? publishedAt, SourceDirectory sources, long? publisherId) => new(
        claim.Id, claim.DocumentId, claim.Start,
        new(claim.PartyId, claim.Category, claim.MixedOf, claim.Scope, claim.PlaceId, claim.PeriodStart, claim.PeriodEnd, publishedAt),
        claim.PeriodText, claim.Relation, claim.Low, claim.High, claim.Certainty, claim.Status,
        Originator(claim, sources, publisherId), claim.Claimants.Count == 0,
        claim.RepeatsClaimId, claim.PartOfClaimId, claim.UpdatesClaimId, claim.DisputesClaimId);

    /// <summary>Somebody unnamed is one within his document, whose he is alone; a document without publisher speaks for itself.</summary>
    private static object Originator(Claim claim, SourceDirectory sources, long? publisherId) =>
        claim.Claimants.OrderBy(claimant => claimant.Ordinal).FirstOrDefault() is { } claimant ? sources.Originator(claimant.SourceId).Id
        : publisherId is { } publisher ? sources.Name(publisher).Id
        : $"document {claim.DocumentId}";
}
