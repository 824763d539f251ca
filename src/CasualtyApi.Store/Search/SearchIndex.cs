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
    /// <param name="changes">The changes that made the states, already in the database.</param>
    /// <param name="cancellationToken">Stops the indexing.</param>
    public async Task AddAsync(IReadOnlyCollection<Change> changes, CancellationToken cancellationToken)
    {
        var states = changes.ToLookup(change => change.Record, change => (change.RecordId, change.Revision));
        var rows = new SearchRows(context, hasEarlier: changes.Any(change => change.Revision > 1), cancellationToken);
        await WriteAsync(RecordKind.Claim, await rows.ClaimsAsync(IdsOf(states[RecordKind.Claim])), states, cancellationToken);
        await WriteAsync(RecordKind.Statement, await rows.StatementsAsync(IdsOf(states[RecordKind.Statement])), states, cancellationToken);
        await WriteAsync(RecordKind.Source, await rows.SourcesAsync(IdsOf(states[RecordKind.Source])), states, cancellationToken);
        await WriteAsync(RecordKind.Document, await rows.DocumentsAsync(IdsOf(states[RecordKind.Document])), states, cancellationToken);
        foreach (var document in await OthersAsync(changes, cancellationToken)) await AgainAsync(document, rows, cancellationToken);
    }

    private async Task WriteAsync(
        RecordKind record, List<SearchRow> rows, ILookup<RecordKind, (long, int)> states, CancellationToken cancellationToken)
    {
        var wanted = states[record].Select(state => SearchState.Of(state.Item1, state.Item2)).ToHashSet();
        await context.FullText.WriteAsync(record, rows.FindAll(row => wanted.Contains(row.State)), cancellationToken);
    }

    /// <summary>The documents whose claims and statements are indexed again: those withheld, or shown again, and those whose unnamed source has another name.</summary>
    private async Task<List<long>> OthersAsync(IReadOnlyCollection<Change> changes, CancellationToken cancellationToken)
    {
        var again = changes.Where(change => change.Revision > 1).ToLookup(change => change.Record, change => change.RecordId);
        var (documents, sources) = (again[RecordKind.Document].ToList(), again[RecordKind.Source].ToList());
        if (documents.Count + sources.Count == 0) return [];
        var shown = await context.Documents.AsNoTracking().Where(document => EF.Parameter(documents).Contains(document.Id)
                && context.DocumentRevisions.Any(before => before.Id == document.Id && before.Visibility != document.Visibility))
            .Select(document => document.Id).ToListAsync(cancellationToken);
        var renamed = await context.Sources.AsNoTracking().Where(source => EF.Parameter(sources).Contains(source.Id) && source.DocumentId != null
                && context.SourceRevisions.Any(before => before.Id == source.Id && before.NameFolded != source.NameFolded))
            .Select(source => source.DocumentId!.Value).ToListAsync(cancellationToken);
        return [.. shown.Union(renamed)];
    }

    private async Task AgainAsync(long document, SearchRows rows, CancellationToken cancellationToken)
    {
        var claims = await context.Claims.Where(claim => claim.DocumentId == document).Select(claim => claim.Id).ToListAsync(cancellationToken);
        var statements = await context.Statements.Where(statement => statement.DocumentId == document)
            .Select(statement => statement.Id).ToListAsync(cancellationToken);
        await context.FullText.WriteAsync(RecordKind.Claim, await rows.ClaimsAsync(claims), cancellationToken);
        await context.FullText.WriteAsync(RecordKind.Statement, await rows.StatementsAsync(statements), cancellationToken);
    }

    private static List<long> IdsOf(IEnumerable<(long Id, int Revision)> states) => [.. states.Select(state => state.Id).Distinct()];
}
