using System.Globalization;
using CasualtyApi.Features.Claims.Formats;
using CasualtyApi.Features.Claims.Rendering;
using CasualtyApi.Features.Claims.Review;
using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Queries.Held;
using CasualtyApi.Store;
using CasualtyApi.Store.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

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
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, ClaimNames names, HeldLedger held, HeldViews views,
        CancellationToken cancellationToken)
    {
        var format = AnswerFormat.Of(http, query);
        var known = ledger.IsAsOf ? null : await held.TryAtAsync(db, ledger.Position, cancellationToken);
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, known, cancellationToken);
        if ((problem ?? Contradiction(query, format)) is { } refusal)
        {
            return refusal;
        }

        IRanking? ranked = IsRanked(query, filter) ? new RankedClaims(filter, db, cancellationToken)
            : AttentionQueue.IsAskedFor(query) ? new AttentionQueue(filter, await held.ForAsync(db, ledger.Position, cancellationToken), db, cancellationToken)
            : null;

        // An earlier moment is read through views, as records; so is a search while nothing is held, or whose repeats are left out.
        var isAttention = AttentionQueue.IsAskedFor(query);
        var isPlain = filter.Search is null && !ledger.IsAsOf && ranked is null;
        var isHeld = known is not null && !isAttention && (ranked is null || !query.Get(ClaimFilter.Collapse));
        if ((isPlain || isHeld) && format == AnswerFormat.Json && !query.Has(Members))
        {
            return await new ClaimPages(filter, query, db, known, views, ranked is not null).ReadAsync(ledger.Position, names, cancellationToken);
        }

        var undated = await filter.CountUndatedAsync(db, known, views, cancellationToken);
        if (format != AnswerFormat.Json && undated is { } count) http.Response.Headers[PageFields.UndatedHeader] = count.ToString(CultureInfo.InvariantCulture);
        if (format != AnswerFormat.Json && !query.Has(PageFields.Limit))
        {
            var legs = ClaimOrder.Keys.Legs(filter.Of(db), query);
            if (isPlain && (format == AnswerFormat.Ndjson || format == AnswerFormat.Csv))
            {
                var (cells, inView) = (ClaimCells.Of(db), await names.AtAsync(db, ledger.Position, cancellationToken));
                return new ClaimLines(db, legs, format == AnswerFormat.Csv ? new ClaimCsv(cells, inView, known, query.Get(Hxl)) : new ClaimNdjson(cells, inView, known));
            }

            var rows = ranked?.AllAsync(query) ?? legs.ToAsyncEnumerable().SelectMany(leg => ClaimRow.AllAsync(leg, db, cancellationToken));
            return new StreamedClaims(format, query.Get(Hxl), null, StreamedClaims.ReadAsync(rows, filter.Search, db, cancellationToken));
        }

        var page = ranked is not null
            ? await ranked.PageAsync(query, ledger.Position)
            : await filter.Of(db).PageAsync(query, ClaimOrder.Keys, ClaimRow.Projection, ledger.Position, cancellationToken);
        var sources = await SourceDirectory.LoadAsync(db, page.Items.SelectMany(row => row.SourceIds), cancellationToken);
        var highlights = await ClaimHighlights.LoadAsync(page.Items, filter.Search, db, cancellationToken);
        var shown = page.Of(row => highlights.On(ClaimResponse.Of(row, sources))) with { Undated = undated };
        return format == AnswerFormat.Json
            ? TypedResults.Ok(shown)
            : new StreamedClaims(format, query.Get(Hxl), shown, shown.Items.ToAsyncEnumerable());
    }

    private static bool IsRanked(QueryValues query, ClaimFilter filter) =>
        filter.Search is not null && query.Get(ClaimOrder.Keys.FieldOfFound) is (null or ListOrder.Relevance);

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
