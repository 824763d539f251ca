using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Search;

/// <summary>
/// Indexes states of records. Every state has a row of its own that is never taken away, so that a search as of an earlier
/// position finds what it would have found then. Texts never change; names are looked up at the time of the search.
/// </summary>
internal sealed class SearchIndex(CasualtyDbContext context)
{
    /// <summary>Indexes the states that changes just made.</summary>
    /// <param name="records">Stamped and saved, with their parts at hand.</param>
    /// <param name="cancellationToken">Stops the indexing.</param>
    public async Task AddAsync(IReadOnlyCollection<LedgerRecord> records, CancellationToken cancellationToken)
    {
        var rows = new SearchRows(context, hasEarlier: records.Any(record => record.Revision > 1), cancellationToken);
        await context.FullText.WriteAsync(
            [
                (RecordKind.Claim, await rows.OfAsync([.. records.OfType<Claim>()])),
                (RecordKind.Statement, await rows.OfAsync([.. records.OfType<Statement>()])),
                (RecordKind.Source, [.. records.OfType<Source>().Select(SearchRows.Of)]),
                (RecordKind.Document, [.. records.OfType<Document>().Select(SearchRows.Of)]),
            ], cancellationToken);
        await AddOthersAsync(rows, records.Where(record => record.Revision > 1).ToLookup(record => ((ILedgered)record).Record.Kind, record => record.Id), cancellationToken);
    }

    /// <summary>Indexes the states that changes made at any time before.</summary>
    /// <param name="changes">In the database.</param>
    /// <param name="cancellationToken">Stops the indexing.</param>
    public async Task AddAsync(IReadOnlyCollection<Change> changes, CancellationToken cancellationToken)
    {
        var states = changes.ToLookup(change => change.Record, change => (change.RecordId, change.Revision));
        var rows = new SearchRows(context, hasEarlier: changes.Any(change => change.Revision > 1), cancellationToken);
        await context.FullText.WriteAsync(
            [
                Wanted(RecordKind.Claim, await rows.ClaimsAsync(IdsOf(states[RecordKind.Claim])), states),
                Wanted(RecordKind.Statement, await rows.StatementsAsync(IdsOf(states[RecordKind.Statement])), states),
                Wanted(RecordKind.Source, await rows.SourcesAsync(IdsOf(states[RecordKind.Source])), states),
                Wanted(RecordKind.Document, await rows.DocumentsAsync(IdsOf(states[RecordKind.Document])), states),
            ], cancellationToken);
        await AddOthersAsync(rows, changes.Where(change => change.Revision > 1).ToLookup(change => change.Record, change => change.RecordId), cancellationToken);
    }

    private static (RecordKind, IReadOnlyCollection<SearchRow>) Wanted(RecordKind record, List<SearchRow> rows, ILookup<RecordKind, (long, int)> states)
    {
        var wanted = states[record].Select(state => SearchState.Of(state.Item1, state.Item2)).ToHashSet();
        return (record, rows.FindAll(row => wanted.Contains(row.State)));
    }

    /// <summary>Indexes again the claims and statements of documents that are withheld or shown again, and of those whose unnamed source has another name.</summary>
    private async Task AddOthersAsync(SearchRows rows, ILookup<RecordKind, long> again, CancellationToken cancellationToken)
    {
        var shown = again.Contains(RecordKind.Document) ? await ShownAsync([.. again[RecordKind.Document]], cancellationToken) : [];
        var renamed = again.Contains(RecordKind.Source) ? await RenamedAsync([.. again[RecordKind.Source]], cancellationToken) : [];
        foreach (var document in shown.Union(renamed)) await AgainAsync(document, rows, cancellationToken);
    }

    private Task<List<long>> ShownAsync(List<long> documents, CancellationToken cancellationToken) => context.Documents.AsNoTracking()
        .Where(document => EF.Parameter(documents).Contains(document.Id)
            && context.DocumentRevisions.Any(before => before.Id == document.Id && before.Visibility != document.Visibility))
        .Select(document => document.Id).ToListAsync(cancellationToken);

    private Task<List<long>> RenamedAsync(List<long> sources, CancellationToken cancellationToken) => context.Sources.AsNoTracking()
        .Where(source => EF.Parameter(sources).Contains(source.Id) && source.DocumentId != null
            && context.SourceRevisions.Any(before => before.Id == source.Id && before.NameFolded != source.NameFolded))
        .Select(source => source.DocumentId!.Value).ToListAsync(cancellationToken);

    private async Task AgainAsync(long document, SearchRows rows, CancellationToken cancellationToken)
    {
        var claims = await context.Claims.Where(claim => claim.DocumentId == document).Select(claim => claim.Id).ToListAsync(cancellationToken);
        var statements = await context.Statements.Where(statement => statement.DocumentId == document)
            .Select(statement => statement.Id).ToListAsync(cancellationToken);
        await context.FullText.WriteAsync(
            [(RecordKind.Claim, await rows.ClaimsAsync(claims)), (RecordKind.Statement, await rows.StatementsAsync(statements))], cancellationToken);
    }

    private static List<long> IdsOf(IEnumerable<(long Id, int Revision)> states) => [.. states.Select(state => state.Id).Distinct()];
}
