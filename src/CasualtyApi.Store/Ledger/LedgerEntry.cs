using System.Text.Json.Nodes;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger;

/// <summary>Makes the entry of a record that is stamped with its new revision and position.</summary>
internal static class LedgerEntry
{
    public static async Task<Change> OfAsync(
        CasualtyDbContext context, LedgerRecord record, ChangeKind kind, string actor, string? reason, CancellationToken cancellationToken) =>
        Of(record, kind, actor, reason, await StateAsync(context, record, cancellationToken));

    /// <param name="record">Stamped.</param>
    /// <param name="kind">What was done to it.</param>
    /// <param name="actor">By whom.</param>
    /// <param name="reason">And why.</param>
    /// <param name="after">Its state, as <see cref="Payload"/> has it.</param>
    public static Change Of(LedgerRecord record, ChangeKind kind, string actor, string? reason, JsonObject after)
    {
        var recordKind = ((ILedgered)record).Record.Kind;
        var payload = new JsonObject
        {
            ["position"] = record.Since,
            ["at"] = record.UpdatedAt,
            ["actor"] = actor,
            ["kind"] = Kebab.Of(kind),
            ["record"] = Kebab.Of(recordKind),
            ["recordId"] = record.Id,
            ["revision"] = record.Revision,
            ["reason"] = reason,
            ["after"] = after,
        };
        return new Change
        {
            Position = record.Since,
            At = record.UpdatedAt,
            Actor = actor,
            Kind = kind,
            Record = recordKind,
            RecordId = record.Id,
            Revision = record.Revision,
            Reason = reason,
            Payload = CanonicalJson.Bytes(payload),
        };
    }

    private static async Task<JsonObject> StateAsync(CasualtyDbContext context, LedgerRecord record, CancellationToken cancellationToken)
    {
        foreach (var parts in PartsOf(record))
        {
            // A new record's parts are all at hand.
            if (record.Revision > 1) await context.Entry(record).Collection(parts).LoadAsync(cancellationToken);
        }

        return record switch
        {
            Document document => Payload.Of(document),
            Source source => Payload.Of(source),
            Statement statement => Payload.Of(statement),
            Claim claim => Payload.Of(
                claim,
                await FindAsync(context.Parties, claim.PartyId, cancellationToken) ?? throw new InvalidOperationException("A claim has no party."),
                await FindAsync(context.Parties, claim.BlamedId, cancellationToken),
                await FindAsync(context.Places, claim.PlaceId, cancellationToken)),
            _ => throw new UnledgeredChangeException(record.GetType().Name),
        };
    }

    private static string[] PartsOf(LedgerRecord record) => record switch
    {
        Document => [nameof(Document.Publications)],
        Source => [nameof(Source.Aliases)],
        Statement => [nameof(Statement.Speakers), nameof(Statement.Relay)],
        Claim => [nameof(Claim.Claimants)],
        _ => [],
    };

    private static async Task<TEntity?> FindAsync<TEntity>(
        DbSet<TEntity> rows, long? id, CancellationToken cancellationToken)
        where TEntity : class => id is { } known ? await rows.FindAsync([known], cancellationToken) : null;
}
