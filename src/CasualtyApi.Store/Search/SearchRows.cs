using System.Globalization;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Search;

/// <summary>What is indexed of records: of those at hand the present state, and by their ids all states, the present and the earlier ones.</summary>
/// <param name="context">Where they are.</param>
/// <param name="hasEarlier">Whether any of them can have an earlier state.</param>
/// <param name="cancellationToken">Stops the reading.</param>
internal sealed class SearchRows(CasualtyDbContext context, bool hasEarlier, CancellationToken cancellationToken)
{
    // Asked for once: each time, the context looks through all it tracks for changes.
    private readonly List<LedgerRecord> tracked = [.. context.ChangeTracker.Entries<LedgerRecord>().Select(entry => entry.Entity)];

    /// <param name="claims">With their claimants.</param>
    public async Task<List<SearchRow>> OfAsync(List<Claim> claims)
    {
        var statements = Tracked<Statement>();
        var missing = claims.Select(claim => claim.StatementId).Where(id => !statements.ContainsKey(id)).Distinct().ToList();
        var texts = missing.Count == 0 ? [] : await context.Statements.AsNoTracking().Where(statement => EF.Parameter(missing).Contains(statement.Id))
            .ToDictionaryAsync(statement => statement.Id, statement => statement.Text, cancellationToken);
        return await RowsAsync(claims.ConvertAll(claim => new Indexed(
            claim.Id, claim.Revision, claim.DocumentId, statements.GetValueOrDefault(claim.StatementId)?.Text ?? texts[claim.StatementId], claim.Text,
            claim.Claimants.ConvertAll(claimant => claimant.SourceId), null)));
    }

    /// <param name="statements">With their speakers, and those who passed them on.</param>
    public Task<List<SearchRow>> OfAsync(List<Statement> statements) => RowsAsync(statements.ConvertAll(statement => new Indexed(
        statement.Id, statement.Revision, statement.DocumentId, statement.Text, "",
        statement.Speakers.ConvertAll(speaker => speaker.SourceId), statement.Relay.ConvertAll(hop => hop.SourceId))));

    /// <param name="source">With its other names.</param>
    public static SearchRow Of(Source source) => Of(source.Id, source.Revision, source.Kind, source.Name, source.Aliases.Select(alias => alias.Alias));

    public static SearchRow Of(Document document) =>
        Of(document.Id, document.Revision, document.Title, document.Visibility == Visibility.Public ? document.Opening : "", document.PublisherId);

    /// <summary>A claim goes by the statement it stands in, its own words and its claimants.</summary>
    public async Task<List<SearchRow>> ClaimsAsync(List<long> ids)
    {
        if (ids.Count == 0) return [];
        var present = await context.Claims.AsNoTracking().Where(claim => EF.Parameter(ids).Contains(claim.Id))
            .Select(claim => new Indexed(
                claim.Id, claim.Revision, claim.DocumentId, claim.Statement!.Text, claim.Text,
                claim.Claimants.Select(claimant => claimant.SourceId).ToList(), null)).ToListAsync(cancellationToken);
        var earlier = !hasEarlier ? [] : await context.ClaimRevisions.AsNoTracking().Where(claim => EF.Parameter(ids).Contains(claim.Id))
            .Join(context.Statements, claim => claim.StatementId, statement => statement.Id, (claim, statement) => new Indexed(
                claim.Id, claim.Revision, claim.DocumentId, statement.Text, claim.Text, claim.ClaimantIds, null)).ToListAsync(cancellationToken);
        return await RowsAsync([.. present, .. earlier]);
    }

    /// <summary>A statement goes by its words, its speakers, and those who passed it on.</summary>
    public async Task<List<SearchRow>> StatementsAsync(List<long> ids)
    {
        if (ids.Count == 0) return [];
        var present = await context.Statements.AsNoTracking().Where(statement => EF.Parameter(ids).Contains(statement.Id))
            .Select(statement => new Indexed(
                statement.Id, statement.Revision, statement.DocumentId, statement.Text, "",
                statement.Speakers.Select(speaker => speaker.SourceId).ToList(), statement.Relay.Select(hop => hop.SourceId).ToList()))
            .ToListAsync(cancellationToken);
        var earlier = !hasEarlier ? [] : await context.StatementRevisions.AsNoTracking().Where(statement => EF.Parameter(ids).Contains(statement.Id))
            .Select(statement => new Indexed(
                statement.Id, statement.Revision, statement.DocumentId, statement.Text, "", statement.SpeakerIds, statement.RelayIds)).ToListAsync(cancellationToken);
        return await RowsAsync([.. present, .. earlier]);
    }

    /// <summary>A source goes by its name and its other names; an unnamed one, of which there may be many, apart from those that are named.</summary>
    public async Task<List<SearchRow>> SourcesAsync(List<long> ids)
    {
        if (ids.Count == 0) return [];
        var present = await context.Sources.AsNoTracking().Where(source => EF.Parameter(ids).Contains(source.Id))
            .Select(source => new { source.Id, source.Revision, source.Name, source.Kind, Aliases = source.Aliases.Select(alias => alias.Alias).ToList() }).ToListAsync(cancellationToken);
        var earlier = !hasEarlier ? [] : await context.SourceRevisions.AsNoTracking().Where(source => EF.Parameter(ids).Contains(source.Id))
            .Select(source => new { source.Id, source.Revision, source.Name, source.Kind, source.Aliases }).ToListAsync(cancellationToken);
        return [.. present.Concat(earlier).Select(source => Of(source.Id, source.Revision, source.Kind, source.Name, source.Aliases))];
    }

    /// <summary>A document goes by its title, its first words and its publisher; for the words within it there are its statements.</summary>
    public async Task<List<SearchRow>> DocumentsAsync(List<long> ids)
    {
        if (ids.Count == 0) return [];
        var present = await context.Documents.AsNoTracking().Where(document => EF.Parameter(ids).Contains(document.Id))
            .Select(document => new { document.Id, document.Revision, document.Title, document.Opening, document.PublisherId }).ToListAsync(cancellationToken);
        var earlier = !hasEarlier ? [] : await context.DocumentRevisions.AsNoTracking().Where(document => EF.Parameter(ids).Contains(document.Id))
            .Select(document => new { document.Id, document.Revision, document.Title, document.Opening, document.PublisherId }).ToListAsync(cancellationToken);
        var hidden = await HiddenAsync(ids);
        return [.. present.Concat(earlier).Select(document =>
            Of(document.Id, document.Revision, document.Title, hidden.Contains(document.Id) ? "" : document.Opening, document.PublisherId))];
    }

    private static SearchRow Of(long id, int revision, SourceKind kind, string name, IEnumerable<string> aliases)
    {
        var (state, names) = (SearchState.Of(id, revision), SearchRow.WordsOf([name, .. aliases]));
        return kind == SourceKind.Unnamed ? new SearchRow(state, "", names, "") : new SearchRow(state, names, "", "");
    }

    private static SearchRow Of(long id, int revision, string? title, string opening, long? publisher) => new(
        SearchState.Of(id, revision), SearchRow.WordsOf(title ?? "", opening), "", publisher?.ToString(CultureInfo.InvariantCulture) ?? "");

    private async Task<List<SearchRow>> RowsAsync(List<Indexed> states)
    {
        if (states.Count == 0) return [];
        var withheld = await WithheldAsync([.. states.Select(state => state.DocumentId).Distinct()]);
        var unnamed = await UnnamedAsync([.. states.SelectMany(state => state.AllSources).Distinct()]);
        return states.ConvertAll(state => new SearchRow(
            SearchState.Of(state.Id, state.Revision),
            withheld.Contains(state.DocumentId) ? "" : SearchRow.WordsOf(state.Texts),
            SearchRow.WordsOf(state.AllSources.Where(unnamed.ContainsKey).Select(id => unnamed[id])),
            string.Join(' ', state.AllSources.Where(id => !unnamed.ContainsKey(id)))));
    }

    /// <summary>Of which not every word may be shown, and so not the first ones.</summary>
    private async Task<HashSet<long>> HiddenAsync(List<long> documents) => [.. await context.Documents
        .Where(document => EF.Parameter(documents).Contains(document.Id) && document.Visibility != Visibility.Public)
        .Select(document => document.Id).ToListAsync(cancellationToken)];

    private async Task<HashSet<long>> WithheldAsync(List<long> documents)
    {
        var known = Tracked<Document>();
        var missing = documents.FindAll(id => !known.ContainsKey(id));
        var asked = missing.Count == 0 ? [] : await context.Documents
            .Where(document => EF.Parameter(missing).Contains(document.Id) && document.Visibility == Visibility.Withheld)
            .Select(document => document.Id).ToListAsync(cancellationToken);
        return [.. asked, .. documents.Where(id => known.GetValueOrDefault(id)?.Visibility == Visibility.Withheld)];
    }

    private async Task<Dictionary<long, string>> UnnamedAsync(List<long> sources)
    {
        var known = Tracked<Source>();
        var missing = sources.FindAll(id => !known.ContainsKey(id));
        var names = missing.Count == 0 ? [] : await context.Sources.AsNoTracking()
            .Where(source => EF.Parameter(missing).Contains(source.Id) && source.Kind == SourceKind.Unnamed)
            .ToDictionaryAsync(source => source.Id, source => source.Name, cancellationToken);
        foreach (var source in sources.Select(known.GetValueOrDefault).Where(source => source?.Kind == SourceKind.Unnamed)) names[source!.Id] = source.Name;
        return names;
    }

    private Dictionary<long, TRecord> Tracked<TRecord>()
        where TRecord : LedgerRecord => tracked.OfType<TRecord>().ToDictionary(record => record.Id);

    private sealed record Indexed(long Id, int Revision, long DocumentId, string Text, string Quote, List<long> Sources, List<long>? Relay)
    {
        public IEnumerable<long> AllSources => Relay is null ? Sources : Sources.Concat(Relay);

        public IEnumerable<string> Texts => Text.Contains(Quote, StringComparison.Ordinal) ? [Text] : [Text, Quote];
    }
}
