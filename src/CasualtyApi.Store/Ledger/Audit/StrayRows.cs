using System.Runtime.CompilerServices;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Ledger.Audit;

/// <summary>Finds rows that no entry made, and counters that would give a number twice.</summary>
internal sealed class StrayRows(CasualtyDbContext context)
{
    public async IAsyncEnumerable<Finding> RunAsync(long last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (table, ids) in Strays())
        {
            await foreach (var id in ids.AsAsyncEnumerable().WithCancellation(cancellationToken)) yield return new Finding(null, $"{table}: no entry made row {id}");
        }

        if (await context.Changes.AnyAsync(change => change.Position < 1, cancellationToken)) yield return new Finding(null, "changes: a position is below 1");
        var levels = LevelsOf(last);
        if (await context.LedgerNodes.AnyAsync(node => node.Level < 0 || node.Level > levels || node.Ordinal < 0, cancellationToken)) yield return new Finding(null, "ledger_nodes: a node stands nowhere in the tree");
        foreach (var (name, value) in await HighestAsync(last, cancellationToken))
        {
            var counted = await context.Counters.AsNoTracking().Where(counter => counter.Name == name).Select(counter => (long?)counter.Value).SingleOrDefaultAsync(cancellationToken);
            if (counted != value) yield return new Finding(null, $"counters: '{name}' is {counted?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "missing"} instead of {value}");
        }
    }

    private static int LevelsOf(long leaves) => leaves < LedgerTree.TileWidth ? 0 : 1 + LevelsOf(leaves / LedgerTree.TileWidth);

    private IEnumerable<(string Table, IQueryable<long> Ids)> Strays() =>
    [
        ("documents", Unmade(context.Documents, RecordKind.Document)),
        ("sources", Unmade(context.Sources, RecordKind.Source)),
        ("statements", Unmade(context.Statements, RecordKind.Statement)),
        ("claims", Unmade(context.Claims, RecordKind.Claim)),
        ("document_revisions", Unended(context.DocumentRevisions, RecordKind.Document)),
        ("source_revisions", Unended(context.SourceRevisions, RecordKind.Source)),
        ("statement_revisions", Unended(context.StatementRevisions, RecordKind.Statement)),
        ("claim_revisions", Unended(context.ClaimRevisions, RecordKind.Claim)),
        ("document_texts", context.DocumentTexts.Where(row => !context.Documents.Any(document => document.Id == row.DocumentId)).Select(row => row.DocumentId)),
        ("publications", context.Publications.Where(row => !context.Documents.Any(document => document.Id == row.DocumentId)).Select(row => row.DocumentId)),
        ("source_aliases", context.SourceAliases.Where(row => !context.Sources.Any(source => source.Id == row.SourceId)).Select(row => row.SourceId)),
        ("statement_speakers", context.StatementSpeakers.Where(row => !context.Statements.Any(statement => statement.Id == row.StatementId)).Select(row => row.StatementId)),
        ("statement_relays", context.StatementRelays.Where(row => !context.Statements.Any(statement => statement.Id == row.StatementId)).Select(row => row.StatementId)),
        ("claim_claimants", context.ClaimClaimants.Where(row => !context.Claims.Any(claim => claim.Id == row.ClaimId)).Select(row => row.ClaimId)),
        ("parties", context.Parties.Where(row => !context.Claims.Any(claim => claim.PartyId == row.Id || claim.BlamedId == row.Id)
            && !context.ClaimRevisions.Any(claim => claim.PartyId == row.Id || claim.BlamedId == row.Id)).Select(row => row.Id)),
        ("places", context.Places.Where(row => !context.Claims.Any(claim => claim.PlaceId == row.Id)
            && !context.ClaimRevisions.Any(claim => claim.PlaceId == row.Id)).Select(row => row.Id)),
    ];

    private IQueryable<long> Unmade<TRecord>(IQueryable<TRecord> rows, RecordKind kind)
        where TRecord : LedgerRecord => rows
        .Where(row => !context.Changes.Any(change => change.Record == kind && change.RecordId == row.Id && change.Revision == row.Revision)).Select(row => row.Id);

    private IQueryable<long> Unended<TRecord>(IQueryable<TRecord> rows, RecordKind kind)
        where TRecord : LedgerRecord => rows
        .Where(row => !context.Changes.Any(change => change.Record == kind && change.RecordId == row.Id && change.Revision == row.Revision + 1)).Select(row => row.Id);

    private async Task<(string Name, long Value)[]> HighestAsync(long last, CancellationToken cancellationToken) =>
    [
        (Counter.Position, last),
        (Counter.Document, await context.Documents.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0),
        (Counter.Source, await context.Sources.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0),
        (Counter.Statement, await context.Statements.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0),
        (Counter.Claim, await context.Claims.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0),
        (Counter.Party, await context.Parties.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0),
        (Counter.Place, await context.Places.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0),
    ];
}
