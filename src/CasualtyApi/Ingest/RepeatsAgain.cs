using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Ingest;

/// <summary>
/// Links the claims of a known document across documents anew, as if it arrived only now: its day or its publisher was corrected, or
/// it was read again. What a person corrected of a claim stays.
/// </summary>
/// <param name="ledger">The change it belongs to.</param>
/// <param name="context">May track claims of the document that are new or changed.</param>
/// <param name="document">Whose claims they are.</param>
/// <param name="reason">Why; it stands in the ledger with every claim that changes.</param>
internal sealed class RepeatsAgain(LedgerTransaction ledger, CasualtyDbContext context, Document document, string reason)
{
    /// <summary>Links them, and says which claims changed.</summary>
    public async Task LinkAsync(CancellationToken cancellationToken)
    {
        await context.Claims.Include(claim => claim.Claimants).Where(claim => claim.DocumentId == document.Id).LoadAsync(cancellationToken);
        var claims = context.Claims.Local.Where(claim => claim.DocumentId == document.Id).OrderBy(claim => claim.Id).ToList();
        var own = claims.Select(claim => claim.Id).ToHashSet();
        var repeating = await context.Claims.Where(claim => claim.DocumentId != document.Id && EF.Parameter(own).Contains(claim.RepeatsClaimId!.Value))
            .OrderBy(claim => claim.PublishedAt).ThenBy(claim => claim.DocumentId).ThenBy(claim => claim.Start).ToListAsync(cancellationToken);
        var corrected = await CorrectedAsync([.. own, .. repeating.Select(claim => claim.Id)], cancellationToken);

        foreach (var claim in claims.Where(claim => claim.RepeatsClaimId is { } first && !own.Contains(first) && !corrected.Contains(claim.Id))) claim.RepeatsClaimId = null;
        foreach (var group in repeating.Where(claim => !corrected.Contains(claim.Id)).GroupBy(claim => claim.RepeatsClaimId)) Regroup([.. group]);
        await new RepeatsAcross(ledger, context, document).LinkAsync([.. claims.Where(claim => !corrected.Contains(claim.Id) && IsInForce(claim))], cancellationToken);
        Note();
    }

    /// <summary>Those that said it again now say it after the first of them.</summary>
    private static void Regroup(List<Claim> claims)
    {
        foreach (var claim in claims) claim.RepeatsClaimId = claim == claims[0] ? null : claims[0].Id;
    }

    private static bool IsInForce(Claim claim) => claim.Status is ClaimStatus.Candidate or ClaimStatus.Accepted;

    private async Task<HashSet<long>> CorrectedAsync(List<long> ids, CancellationToken cancellationToken) => [.. await context.Changes
        .Where(change => change.Record == RecordKind.Claim && change.Kind == ChangeKind.Corrected && EF.Parameter(ids).Contains(change.RecordId))
        .Select(change => change.RecordId).ToListAsync(cancellationToken)];

    private void Note()
    {
        context.ChangeTracker.DetectChanges();
        foreach (var claim in context.ChangeTracker.Entries<Claim>().Where(entry => entry.State == EntityState.Modified).Select(entry => entry.Entity).OrderBy(claim => claim.Id).ToList())
        {
            ledger.Change(claim, ChangeKind.Extended, reason);
        }
    }
}
