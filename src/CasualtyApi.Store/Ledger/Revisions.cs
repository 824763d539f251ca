using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CasualtyApi.Store.Ledger;

/// <summary>The state a change ends, as the database holds it, in force until the change's position.</summary>
internal static class Revisions
{
    public static async Task KeepAsync(
        CasualtyDbContext context, LedgerRecord record, long until, CancellationToken cancellationToken)
    {
        var before = await context.Entry(record).GetDatabaseValuesAsync(cancellationToken)
            ?? throw new DbUpdateConcurrencyException("The record to change is gone.");
        context.Add(await OfAsync(context, record, before, until, cancellationToken));
    }

    /// <param name="context">Has the lists.</param>
    /// <param name="record">The one that changes.</param>
    /// <param name="before">Its columns, before they do.</param>
    /// <param name="until">The position of the change.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<LedgerRecord> OfAsync(
        CasualtyDbContext context, LedgerRecord record, PropertyValues before, long until, CancellationToken cancellationToken)
    {
        LedgerRecord revision = record switch
        {
            Document => new DocumentRevision { Until = until },
            Source source => new SourceRevision
            {
                Until = until,
                Aliases = await context.SourceAliases.Where(alias => alias.SourceId == source.Id)
                    .OrderBy(alias => alias.Ordinal).Select(alias => alias.Alias).ToListAsync(cancellationToken),
            },
            Statement statement => new StatementRevision
            {
                Until = until,
                SpeakerIds = await context.StatementSpeakers.Where(speaker => speaker.StatementId == statement.Id)
                    .OrderBy(speaker => speaker.Ordinal).Select(speaker => speaker.SourceId).ToListAsync(cancellationToken),
                RelayIds = await context.StatementRelays.Where(hop => hop.StatementId == statement.Id)
                    .OrderBy(hop => hop.Ordinal).Select(hop => hop.SourceId).ToListAsync(cancellationToken),
            },
            Claim claim => new ClaimRevision
            {
                Until = until,
                ClaimantIds = await context.ClaimClaimants.Where(claimant => claimant.ClaimId == claim.Id)
                    .OrderBy(claimant => claimant.Ordinal).Select(claimant => claimant.SourceId).ToListAsync(cancellationToken),
            },
            _ => throw new UnledgeredChangeException(record.GetType().Name),
        };

        var entry = context.Entry(revision);
        foreach (var property in before.Properties)
        {
            if (entry.Metadata.FindProperty(property.Name) is { } same) entry.CurrentValues[same] = before[property];
        }

        return revision;
    }
}
