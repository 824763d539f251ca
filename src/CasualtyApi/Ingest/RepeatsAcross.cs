using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CasualtyApi.Ingest;

/// <summary>
/// Links claims that say the same in several documents: one originator, one subject, one number. The first is the one
/// published first, then that of the first document, then the first in the text. Where a document arrives that is older
/// than those known, what they say is linked to it by ordinary changes. A document without a date takes no part.
/// </summary>
internal sealed class RepeatsAcross(LedgerTransaction ledger, CasualtyDbContext context, Document document)
{
    private const string Reason = "A document that was published earlier says it.";

    // Asked for once: each time, the context looks through all it tracks for changes.
    private readonly LocalView<Claim> tracked = context.Claims.Local;

    /// <param name="kept">The new claims of the document, linked among themselves.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task LinkAsync(IReadOnlyCollection<Claim> kept, CancellationToken cancellationToken)
    {
        var firsts = kept.Where(claim => claim.RepeatsClaimId is null && claim.Certainty != Certainty.Denied && claim.Scope != ClaimScope.Rate).ToList();
        if (document.PublishedAt is null || firsts.Count == 0) return;

        var said = firsts.ConvertAll(claim => Said.Of(claim, document));
        var known = (await KnownAsync(said, cancellationToken)).ConvertAll(AsLinkedNow)
            .FindAll(one => tracked.FindEntry(one.Root)?.Entity.DocumentId != document.Id);
        var originators = await Originators.LoadAsync(
            context, said.Concat(known).SelectMany(one => new[] { one.ClaimantId, one.PublisherId }).OfType<long>(), cancellationToken);
        var byKey = known.Where(one => one.Key(originators) is not null).ToLookup(one => one.Key(originators), one => one.Root);
        foreach (var (claim, own) in firsts.Zip(said).DistinctBy(pair => pair.Second.Key(originators) ?? pair.First))
        {
            // "A soldier" and "another soldier" of one text say the same and are two: only the first can be one known elsewhere.
            if (own.Key(originators) is { } key && byKey.Contains(key)) await LinkAsync(claim, [.. byKey[key].Distinct()], kept, cancellationToken);
        }
    }

    private Task<List<Said>> KnownAsync(List<Said> said, CancellationToken cancellationToken)
    {
        var parties = said.Select(one => one.Terms.PartyId).Distinct().ToList();
        var (lows, isOpen) = (said.Select(one => one.Low).OfType<long>().Distinct().ToList(), said.Exists(one => one.Low is null));
        var numbered = context.Claims.Where(claim => EF.Parameter(parties).Contains(claim.PartyId) && EF.Parameter(lows).Contains(claim.Low!.Value));
        var open = context.Claims.Where(claim => EF.Parameter(parties).Contains(claim.PartyId) && claim.Low == null);

        // Two searches of an index, where one condition on both would walk all that is said of a party.
        return (isOpen ? numbered.Concat(open) : numbered).AsNoTracking()
            .Where(claim => claim.DocumentId != document.Id && claim.PublishedAt != null
                && claim.Certainty != Certainty.Denied && claim.Scope != ClaimScope.Rate
                && (claim.Status == ClaimStatus.Candidate || claim.Status == ClaimStatus.Accepted))
            .Select(Said.Projection).ToListAsync(cancellationToken);
    }

    /// <summary>What this very change has linked anew, the database does not know yet.</summary>
    private Said AsLinkedNow(Said one) =>
        tracked.FindEntry(one.Id)?.Entity is { } claim ? one with { Root = claim.RepeatsClaimId ?? claim.Id } : one;

    private async Task LinkAsync(Claim claim, List<long> roots, IReadOnlyCollection<Claim> kept, CancellationToken cancellationToken)
    {
        var known = await context.Claims.Where(other => EF.Parameter(roots).Contains(other.Id)
            || (other.RepeatsClaimId != null && EF.Parameter(roots).Contains(other.RepeatsClaimId.Value))).ToListAsync(cancellationToken);
        known = [.. known.Union(tracked).Where(other => roots.Contains(other.RepeatsClaimId ?? other.Id) && other.DocumentId != document.Id)];
        var first = await FirstAsync(roots, known, cancellationToken);
        if (IsBefore(claim, first))
        {
            // Only claims of other documents: those of this one follow their own first claim.
            foreach (var later in known.Where(other => other.RepeatsClaimId != claim.Id).OrderBy(other => other.Id))
            {
                ledger.Change(later, ChangeKind.Extended, Reason);
                later.RepeatsClaimId = claim.Id;
            }
        }
        else
        {
            claim.RepeatsClaimId = first.Claim.Id;
            foreach (var again in kept.Where(other => other.RepeatsClaimId == claim.Id)) again.RepeatsClaimId = first.Claim.Id;
        }
    }

    private async Task<(Claim Claim, DateOnly? PublishedAt)> FirstAsync(List<long> roots, List<Claim> known, CancellationToken cancellationToken)
    {
        var dates = await context.Claims.Where(claim => EF.Parameter(roots).Contains(claim.Id))
            .Select(claim => new { claim.Id, claim.Document!.PublishedAt }).ToDictionaryAsync(claim => claim.Id, claim => claim.PublishedAt, cancellationToken);
        var first = known.Where(claim => dates.ContainsKey(claim.Id))
            .OrderBy(claim => dates[claim.Id] ?? DateOnly.MaxValue).ThenBy(claim => claim.DocumentId).ThenBy(claim => claim.Start).First();
        return (first, dates[first.Id]);
    }

    private bool IsBefore(Claim claim, (Claim Claim, DateOnly? PublishedAt) first) =>
        (document.PublishedAt!.Value, claim.DocumentId, claim.Start)
            .CompareTo((first.PublishedAt ?? DateOnly.MaxValue, first.Claim.DocumentId, first.Claim.Start)) < 0;
}
