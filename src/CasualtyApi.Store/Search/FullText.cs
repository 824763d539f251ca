using CasualtyApi.Store.Terms;

namespace CasualtyApi.Store.Search;

/// <summary>What a search finds: one state of one record. States are numbered in the order of the records, then of their revisions.</summary>
public static class SearchState
{
    /// <summary>How many states a record can have.</summary>
    public const long PerRecord = 1L << 20;

    public static long Of(long id, int revision) => (id * PerRecord) + revision;
}

/// <summary>What is indexed of one state of a record.</summary>
/// <param name="State">Its number.</param>
/// <param name="Words">Of its texts: folded words with a space between.</param>
/// <param name="Names">The words in the names of unnamed sources, which belong to one document.</param>
/// <param name="Sources">The ids of the named sources, whose names are looked up when somebody searches.</param>
public sealed record SearchRow(long State, string Words, string Names, string Sources)
{
    /// <summary>Stands between two texts, so that no phrase reaches from one into the other.</summary>
    internal const string Boundary = " · ";

    public static string WordsOf(params IEnumerable<string> texts) =>
        string.Join(Boundary, texts.Select(text => string.Join(' ', SearchWord.In(text).Select(word => word.Folded))));
}

/// <summary>The newest states that match.</summary>
/// <param name="From">The oldest of them.</param>
/// <param name="IsAll">No older ones match.</param>
public sealed record SearchStretch(long From, bool IsAll);

/// <summary>The full-text index of the records; what is its database's own stands in the child of each.</summary>
public abstract class FullText
{
    /// <summary>Adds rows, or puts them in the place of rows of the same states, on the open connection.</summary>
    public abstract Task WriteAsync(IEnumerable<(RecordKind Record, IReadOnlyCollection<SearchRow> Rows)> states, CancellationToken cancellationToken);

    /// <summary>The states that match, from <paramref name="from"/> to before <paramref name="below"/>; part of a larger query.</summary>
    public abstract IQueryable<long> Hits(RecordKind record, string match, long from = 0, long below = long.MaxValue);

    /// <summary>The states that match, the newest first, read as they are wanted.</summary>
    public virtual IEnumerable<long> Newest(RecordKind record, string match) => Hits(record, match).OrderByDescending(state => state);

    /// <summary>How far back the newest matching states reach.</summary>
    public abstract Task<SearchStretch> NewestAsync(RecordKind record, string match, long below, int count, CancellationToken cancellationToken);

    /// <summary>The expression that matches a record which has the words itself, not in the name of an unnamed source.</summary>
    public abstract string MatchWords(IReadOnlyList<string> term);

    /// <summary>The expression that matches a record which has every term, in its words or in the name of one of its sources.</summary>
    /// <param name="terms">Each term with the named sources that bear it.</param>
    public abstract string Match(IEnumerable<(IReadOnlyList<string> Term, IReadOnlyCollection<long> Sources)> terms);
}
