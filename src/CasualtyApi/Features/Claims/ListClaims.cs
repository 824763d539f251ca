using CasualtyApi.Features.Claims.Formats;
using CasualtyApi.Features.Claims.Rendering;
using CasualtyApi.Features.Claims.Review;
using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims;

internal static class ListClaims
{
    private static readonly QueryField<bool> Hxl = QueryFields.Flag(
        "hxl", "With CSV, a second row of HXL hashtags below the header.", selects: false);

    public static readonly QueryTable Query =
        QueryTable.OfList<ClaimResponse>(ClaimOrder.Keys.FieldOfFound, [.. ClaimFilter.Fields, AnswerFormat.Field, Hxl]);

    private static readonly QueryField Members = Query.Fields.Single(field => field.Name == PageFields.MembersName);

    /// <summary>The forms besides JSON, and what is known of their schemas.</summary>
    public static readonly object[] Documented =
    [
        new OtherForms(AnswerFormat.Csv, AnswerFormat.Ndjson, AnswerFormat.GeoJson, AnswerFormat.JsonLd),
        new LineTypes(AnswerFormat.Ndjson.MediaType, [typeof(ClaimResponse)]), new FormType(AnswerFormat.GeoJson, typeof(ClaimFeatures)),
    ];

    public static async Task<Results<Ok<Page<ClaimResponse>>, ClaimPage, ClaimLines, StreamedClaims, BadRequestProblem>> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, ClaimNames names, HeldLedger held,
        CancellationToken cancellationToken)
    {
        var format = AnswerFormat.Of(http, query);
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, cancellationToken);
        if ((problem ?? Contradiction(query, format)) is { } refusal)
        {
            return refusal;
        }

        // What was found is shown with its words marked, and an earlier moment is read through views: both as records.
        IRanking? ranked = IsRanked(query, filter) ? new RankedClaims(filter, db, cancellationToken)
            : AttentionQueue.IsAskedFor(query) ? new AttentionQueue(filter, await held.ForAsync(db, ledger.Position, cancellationToken), db, cancellationToken)
            : null;
        var isPlain = filter.Search is null && !ledger.IsAsOf && ranked is null;
        if (format != AnswerFormat.Json && !query.Has(PageFields.Limit))
        {
            var legs = ClaimOrder.Keys.Legs(filter.Of(db), query);
            if (format == AnswerFormat.Ndjson && isPlain)
            {
                return new ClaimLines(legs, ClaimCells.Of(db), await names.AtAsync(db, ledger.Position, cancellationToken));
            }

            var rows = ranked?.AllAsync(query) ?? legs.ToAsyncEnumerable().SelectMany(leg => leg.Select(ClaimRow.Projection).AsAsyncEnumerable());
            return new StreamedClaims(format, query.Get(Hxl), null, StreamedClaims.ReadAsync(rows, filter.Search, db, cancellationToken));
        }

        if (isPlain && format == AnswerFormat.Json && !query.Has(Members))
        {
            return await PageAsync(filter, query, db, ledger.Position, names, held, cancellationToken);
        }

        var page = ranked is not null
            ? await ranked.PageAsync(query, ledger.Position)
            : await filter.Of(db).PageAsync(query, ClaimOrder.Keys, ClaimRow.Projection, ledger.Position, cancellationToken);
        var undated = await filter.CountUndatedAsync(db, null, cancellationToken);
        var sources = await SourceDirectory.LoadAsync(db, page.Items.SelectMany(row => row.SourceIds), cancellationToken);
        var highlights = await ClaimHighlights.LoadAsync(page.Items, filter.Search, db, cancellationToken);
        var shown = page.Of(row => highlights.On(ClaimResponse.Of(row, sources))) with { Undated = undated };
        return format == AnswerFormat.Json
            ? TypedResults.Ok(shown)
            : new StreamedClaims(format, query.Get(Hxl), shown, shown.Items.ToAsyncEnumerable());
    }

    private static bool IsRanked(QueryValues query, ClaimFilter filter) =>
        filter.Search is not null && query.Get(ClaimOrder.Keys.FieldOfFound) is (null or ListOrder.Relevance);

    private static async Task<ClaimPage> PageAsync(
        ClaimFilter filter, QueryValues query, CasualtyDbContext db, long position, ClaimNames names, HeldLedger held, CancellationToken cancellationToken)
    {
        var (selected, limit) = (filter.Of(db), Keyset.LimitOf(query));
        var (known, how) = (await held.TryAtAsync(db, position, cancellationToken), query.Get(PageFields.Total));
        var total = known is not null && how != "none" && filter.Held is { } filters
            ? known.CountUpTo(filters, how == "exact" ? int.MaxValue : Keyset.CountedTo + 1)
            : await Keyset.CountAsync(selected, how, cancellationToken);
        var isMore = total > Keyset.CountedTo && how is null;
        var undated = await filter.CountUndatedAsync(db, known, cancellationToken);
        var ids = await ClaimIds.ListAsync(ClaimOrder.Keys.Legs(selected, query), limit + 1, cancellationToken);

        var (cells, inView) = (ClaimCells.Of(db), await names.AtAsync(db, position, cancellationToken));
        string? next = null;
        if (ids.Count > limit)
        {
            next = ClaimOrder.Keys.CursorAt(ids[limit - 1], ClaimPage.KeyOf(ClaimOrder.Keys.SortedBy(query), cells, ids[limit - 1]), query).ToString();
            ids.RemoveAt(limit);
        }

        return new(ids, new(isMore ? Keyset.CountedTo : total, isMore, undated), position, next, cells, inView);
    }

    private static BadRequestProblem? Contradiction(QueryValues query, AnswerFormat format) =>
        query.Get(Hxl) && format != AnswerFormat.Csv
            ? BadRequestProblem.BadValue("hxl", "goes with CSV alone; add 'format=csv'.")
        : query.Get(ClaimOrder.Keys.FieldOfFound) == ListOrder.Relevance && !query.Has(ClaimFilter.Words)
            ? BadRequestProblem.BadValue("sort", "relevance goes with words to look for alone; add 'q=', or sort by another.")
        : AttentionQueue.IsAskedFor(query) && query.Has(AsOf.Field)
            ? BadRequestProblem.BadValue("sort", "attention is what claims want now; leave 'asOf' out, or sort by another.")
        : format != AnswerFormat.Json && query.Has(Members)
            ? BadRequestProblem.BadValue("fields", $"goes with JSON alone; {format.Word} has members of its own.")
        : null;
}
