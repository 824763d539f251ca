using CasualtyApi.Http;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Queries;

/// <summary>
/// The words a list is searched for. A record matches that has every term in its words or in the name of one of its sources;
/// names are resolved to ids first, so a source is found by its present names, wherever it speaks.
/// </summary>
internal sealed class Search
{
    private readonly RecordKind _record;
    private readonly string _match;
    private readonly bool _isAsOf;

    private Search(RecordKind record, SearchTerms terms, string match, bool isAsOf) =>
        (_record, Terms, _match, _isAsOf) = (record, terms, match, isAsOf);

    public SearchTerms Terms { get; }

    /// <summary>The parameter `q` of a list.</summary>
    public static QueryField<SearchTerms> Field(string over, string example) => new(
        "q", $"Words and \"phrases\" that must all be there, in {over}, such as `{example}`; case and accents do not matter, and nothing else is syntax.", Read);

    /// <summary>What is searched for; null where nothing is.</summary>
    public static async Task<Search?> ReadAsync(
        QueryValues query, QueryField<SearchTerms> field, RecordKind record, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        if (query.Get(field) is not { } terms)
        {
            return null;
        }

        var known = new List<(IReadOnlyList<string>, IReadOnlyCollection<long>)>();
        foreach (var term in terms.All)
        {
            known.Add((term, record == RecordKind.Source ? [] : await BearersAsync(term, db, cancellationToken)));
        }

        return new(record, terms, db.FullText.Match(known), query.Has(AsOf.Field));
    }

    /// <summary>The records that match.</summary>
    /// <param name="rows">All of them.</param>
    /// <param name="db">Where they are.</param>
    /// <param name="from">The first state looked at.</param>
    /// <param name="below">The first no longer looked at.</param>
    public IQueryable<TRow> Of<TRow>(IQueryable<TRow> rows, CasualtyDbContext db, long from = 0, long below = long.MaxValue) where TRow : LedgerRecord
    {
        var hits = db.FullText.Hits(_record, _match, from, below);
        var ids = hits.Select(state => state / SearchState.PerRecord);
        var found = rows.Where(row => ids.Contains(row.Id));

        // Earlier and later states match, too. A record's first state is its only one, unless this looks back to an earlier position.
        return _isAsOf
            ? found.Where(row => hits.Contains((row.Id * SearchState.PerRecord) + row.Revision))
            : found.Where(row => row.Revision == 1 || hits.Contains((row.Id * SearchState.PerRecord) + row.Revision));
    }

    /// <summary>How far back the newest so many matching states reach.</summary>
    public Task<SearchStretch> NewestAsync(CasualtyDbContext db, long below, int count, CancellationToken cancellationToken) =>
        db.FullText.NewestAsync(_record, _match, below, count, cancellationToken);

    /// <summary>The claims that are found in the state they are held in, the newest first; -1 stands for a hit that is no such state.</summary>
    public IEnumerable<int> Newest(HeldClaims claims, CasualtyDbContext db)
    {
        foreach (var state in db.FullText.Newest(_record, _match))
        {
            var (id, revision) = ((int)(state / SearchState.PerRecord), (int)(state % SearchState.PerRecord));
            yield return claims.IsAt(id, revision) ? id : -1;
        }
    }

    private static async Task<IReadOnlyList<long>> BearersAsync(IReadOnlyList<string> term, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var words = db.FullText.MatchWords(term);
        if (!db.FullText.Newest(RecordKind.Source, words).Any()) return [];
        var states = db.FullText.Hits(RecordKind.Source, words);
        var ids = await db.Sources
            .Where(source => states.Select(state => state / SearchState.PerRecord).Contains(source.Id))
            .Where(source => states.Contains((source.Id * SearchState.PerRecord) + source.Revision))
            .Select(source => source.Id).ToListAsync(cancellationToken);
        return ids.Count == 0 ? ids : await SourceFamily.SameAsync(db, ids, cancellationToken);
    }

    private static (SearchTerms? Value, string? Fault) Read(string word)
    {
        var terms = SearchTerms.Read(word);
        return terms.All.Count == 0 ? (null, "has no word to look for; a word has letters or digits, such as 'soldiers' or '\"North Korean\" troops'.")
            : terms.All.Sum(term => term.Count) > SearchTerms.MostWords ? (null, $"has more than {SearchTerms.MostWords} words; look for fewer.")
            : (terms, null);
    }
}
