using CasualtyApi.Features.Claims.Formats;
using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Claims;

internal static class ListClaims
{
    private static readonly QueryField<bool> Hxl = QueryFields.Flag(
        "hxl", "With CSV, a second row of HXL hashtags below the header.", selects: false);

    public static readonly QueryTable Query =
        QueryTable.OfList<ClaimResponse>(ClaimOrder.Keys.FieldOfFound, [.. ClaimFilter.Fields, AnswerFormat.Field, Hxl]);

    /// <summary>The forms besides JSON, and what is known of their schemas.</summary>
    public static readonly object[] Documented =
    [
        new OtherForms(AnswerFormat.Csv, AnswerFormat.Ndjson, AnswerFormat.GeoJson, AnswerFormat.JsonLd),
        new LineTypes(AnswerFormat.Ndjson.MediaType, [typeof(ClaimResponse)]), new FormType(AnswerFormat.GeoJson, typeof(ClaimFeatures)),
    ];

    public static async Task<Results<Ok<Page<ClaimResponse>>, StreamedClaims, BadRequestProblem>> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var format = AnswerFormat.Of(http, query);
        var (filter, problem) = await ClaimFilter.ReadAsync(query, db, cancellationToken);
        if ((problem ?? Contradiction(query, format)) is { } refusal)
        {
            return refusal;
        }

        var ranked = IsRanked(query, filter) ? new RankedClaims(filter, db, cancellationToken) : null;
        if (format != AnswerFormat.Json && !query.Has(PageFields.Limit))
        {
            var rows = ranked?.AllAsync()
                ?? ClaimOrder.Keys.Apply(ClaimOrder.Keys.Continue(filter.Of(db), query), query).Select(ClaimRow.Projection).AsAsyncEnumerable();
            return new StreamedClaims(format, query.Get(Hxl), null, StreamedClaims.ReadAsync(rows, filter.Search, db, cancellationToken));
        }

        var page = ranked is not null
            ? await ranked.PageAsync(query, ledger.Position)
            : await filter.Of(db).PageAsync(query, ClaimOrder.Keys, ClaimRow.Projection, ledger.Position, cancellationToken);
        var undated = await filter.CountUndatedAsync(db, cancellationToken);
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
        : format != AnswerFormat.Json && query.Has(Query.Fields.Single(field => field.Name == PageFields.MembersName))
            ? BadRequestProblem.BadValue("fields", $"goes with JSON alone; {format.Word} has members of its own.")
        : null;
}
