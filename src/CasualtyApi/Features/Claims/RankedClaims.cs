using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Store;
using CasualtyApi.Store.Search;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims;

/// <summary>An order of claims that no column holds.</summary>
internal interface IRanking
{
    Task<Page<ClaimRow>> PageAsync(QueryValues query, long position);

    /// <summary>All of them in the same order, read as they are wanted.</summary>
    IAsyncEnumerable<ClaimRow> AllAsync(QueryValues query);
}

/// <summary>
/// The claims found by words, the best first: those with most of the terms in their own quote, then the newest. Only the newest
/// thousand hits are ranked, which costs the same for every word; whatever lies further back follows, the newest first. The
/// cursor names the oldest ranked hit, so that what is ranked stays so from page to page.
/// </summary>
internal sealed class RankedClaims(ClaimFilter filter, CasualtyDbContext db, CancellationToken cancellationToken) : IRanking
{
    public const int Ranked = 1_000;

    private Search Search { get; } = filter.Search!;

    public async Task<Page<ClaimRow>> PageAsync(QueryValues query, long position)
    {
        var limit = (int)(query.Get(PageFields.Limit) ?? PageFields.DefaultLimit);
        var cursor = query.Get(PageFields.Cursor);
        var floor = cursor?.Key ?? IdOf(await NewestAsync(long.MaxValue));
        var ids = new List<long>();
        if (cursor is null || cursor.Id >= floor)
        {
            ids.AddRange((await RankedAsync(floor)).SkipWhile(IsBefore(await AfterAsync(cursor))).Select(hit => hit.Id).Take(limit + 1));
        }

        var below = cursor is not null && cursor.Id < floor ? cursor.Id : floor;
        await foreach (var id in OlderAsync(below).Take(limit + 1 - ids.Count).WithCancellation(cancellationToken)) ids.Add(id);

        var shown = ids.Take(limit).ToList();
        var next = ids.Count > limit ? new Cursor(query.Selection, shown[^1], floor).ToString() : null;
        var (total, isLowerBound) = await CountAsync(query.Get(PageFields.Total));
        return new(await ClaimRow.ListAsync(shown, db, cancellationToken), total, isLowerBound, position, next);
    }

    public async IAsyncEnumerable<ClaimRow> AllAsync(QueryValues query)
    {
        var floor = IdOf(await NewestAsync(long.MaxValue));
        foreach (var stretch in (await RankedAsync(floor)).Chunk(Ranked / 2))
        {
            foreach (var row in await ClaimRow.ListAsync([.. stretch.Select(hit => hit.Id)], db, cancellationToken)) yield return row;
        }

        var older = filter.Of(db, below: SearchState.Of(floor, 0)).OrderByDescending(claim => claim.Id);
        await foreach (var row in ClaimRow.AllAsync(older, db, cancellationToken)) yield return row;
    }

    private static long IdOf(SearchStretch stretch) => stretch.From / SearchState.PerRecord;

    private Task<SearchStretch> NewestAsync(long below, int count = Ranked) => Search.NewestAsync(db, below, count, cancellationToken);

    private async Task<IOrderedEnumerable<Hit>> RankedAsync(long floor) =>
        (await filter.Of(db, from: SearchState.Of(floor, 0)).Select(claim => new { claim.Id, claim.Text, claim.Document!.Visibility }).ToListAsync(cancellationToken))
            .ConvertAll(claim => new Hit(claim.Id, Score(Shown.Words(claim.Text, claim.Visibility))))
            .OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Id);

    /// <summary>Where the page before ended. A quote never changes, so neither does its rank, unless its words are withheld meanwhile.</summary>
    private async Task<Hit?> AfterAsync(Cursor? cursor)
    {
        if (cursor is null) return null;
        var claim = await db.Claims.Where(claim => claim.Id == cursor.Id).Select(claim => new { claim.Text, claim.Document!.Visibility }).SingleOrDefaultAsync(cancellationToken);
        return new(cursor.Id, claim is null ? 0 : Score(Shown.Words(claim.Text, claim.Visibility)));
    }

    private static Func<Hit, bool> IsBefore(Hit? last) => hit =>
        last is not null && (hit.Score > last.Score || (hit.Score == last.Score && hit.Id >= last.Id));

    public static int Score(SearchTerms terms, string quote) => terms.In(quote).Select(found => found.Term).Distinct().Count();

    private int Score(string quote) => Score(Search.Terms, quote);

    /// <summary>A stretch of hits at a time, each four times the one before: few are read for a page, and none twice.</summary>
    private async IAsyncEnumerable<long> OlderAsync(long below)
    {
        for (var (count, end) = (Ranked, SearchState.Of(below, 0)); end > 0; count *= 4)
        {
            var stretch = await NewestAsync(end, count);
            var from = stretch.IsAll ? 0 : SearchState.Of(IdOf(stretch), 0);
            var ids = filter.Of(db, from, end).OrderByDescending(claim => claim.Id).Select(claim => claim.Id);
            await foreach (var id in ids.AsAsyncEnumerable().WithCancellation(cancellationToken)) yield return id;
            end = from;
        }
    }

    private async Task<(int? Total, bool IsLowerBound)> CountAsync(string? how)
    {
        if (how == "none")
        {
            return (null, false);
        }

        // The newest hits are often enough to know that there are more than are counted.
        var newest = how is null ? await NewestAsync(long.MaxValue, Keyset.CountedTo * 3 / 2) : new(0, IsAll: true);
        var some = newest.IsAll ? 0 : await filter.Of(db, newest.From).Take(Keyset.CountedTo + 1).CountAsync(cancellationToken);
        var total = some > Keyset.CountedTo ? some
            : how is null ? await filter.Of(db).Take(Keyset.CountedTo + 1).CountAsync(cancellationToken)
            : await filter.Of(db).CountAsync(cancellationToken);
        return how is null && total > Keyset.CountedTo ? (Keyset.CountedTo, true) : (total, false);
    }

    /// <summary>The best come first.</summary>
    internal sealed record Hit(long Id, int Score) : IComparable<Hit>
    {
        public int CompareTo(Hit? other) => Score != other!.Score ? other.Score.CompareTo(Score) : other.Id.CompareTo(Id);
    }
}
