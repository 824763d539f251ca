using CasualtyApi.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger;

/// <summary>The state a change ends, in force until the change's position.</summary>
internal static class Revisions
{
    /// <summary>Adds the state that the database holds.</summary>
    public static async Task KeepAsync(CasualtyDbContext context, LedgerRecord record, long until, CancellationToken cancellationToken)
    {
        var before = await PresentRecords.OfAsync(context, record, cancellationToken)
            ?? throw new DbUpdateConcurrencyException("The record to change is gone.");
        context.Add(Of(context, before, until));
    }

    /// <param name="context">Has the model.</param>
    /// <param name="record">Its lists filled.</param>
    /// <param name="until">The position of the change that ends its state.</param>
    public static LedgerRecord Of(CasualtyDbContext context, LedgerRecord record, long until)
    {
        LedgerRecord revision = record switch
        {
            Document => new DocumentRevision { Until = until },
            Source source => new SourceRevision { Until = until, Aliases = source.Aliases.ConvertAll(alias => alias.Alias) },
            Statement statement => new StatementRevision
            {
                Until = until,
                SpeakerIds = statement.Speakers.ConvertAll(speaker => speaker.SourceId),
                RelayIds = statement.Relay.ConvertAll(hop => hop.SourceId),
            },
            Claim claim => new ClaimRevision { Until = until, ClaimantIds = claim.Claimants.ConvertAll(claimant => claimant.SourceId) },
            _ => throw new UnledgeredChangeException(record.GetType().Name),
        };

        var (before, entry) = (context.Entry(record).CurrentValues, context.Entry(revision));
        foreach (var property in before.Properties)
        {
            if (entry.Metadata.FindProperty(property.Name) is { } same) entry.CurrentValues[same] = before[property];
        }

        return revision;
    }
}
