using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Sources;

internal static class ListSources
{
    private static readonly QueryList<SourceKind> Kind = QueryFields.Choices<SourceKind>("kind", "What the source is.");

    private static readonly QueryList<string> Country = QueryFields.Countries("country", "The source's country, as ISO 3166-1 alpha-2.", example: "US");

    private static readonly QueryField<string> Words = QueryFields.Text(
        "q", "Words, or parts of words, that must all stand in the source's name or its aliases; case and accents do not matter.");

    private static readonly QueryField<long> UpdatedSince = QueryFields.Since("updatedSince", "Only what was changed then or later.");

    private static readonly ListOrder<Source, SourceRow> Order = ListOrder.OfRecords<Source, SourceRow>();

    public static readonly QueryTable Query = QueryTable.OfList<SourceResponse>(Order.Field, Kind, Country, Words, UpdatedSince, AsOf.Field);

    public static async Task<Ok<Page<SourceResponse>>> HandleAsync(
        QueryValues query, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var (kinds, countries, words) = (query.Get(Kind), query.Get(Country), Folding.Fold(query.Get(Words) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var since = query.Get(UpdatedSince);
        var named = words.Aggregate(db.Sources.AsNoTracking(), (sources, word) => sources.Where(source =>
            source.NameFolded.Contains(word) || source.Aliases.Any(alias => alias.AliasFolded.Contains(word))));
        var page = await named
            .WhereIf(query.Has(UpdatedSince), source => source.UpdatedAt >= since)
            .WhereIf(kinds.Count > 0, source => kinds.Contains(source.Kind))
            .WhereIf(countries.Count > 0, source => countries.Contains(source.Country!))
            .PageAsync(query, Order, SourceRow.Projection(db), ledger.Position, cancellationToken);
        var sources = await SourceDirectory.LoadAsync(db, page.Items.Select(row => row.Source.Id), cancellationToken);
        var totals = await SourceTotals.LoadAsync(db, page.Items, sources, cancellationToken);
        return TypedResults.Ok(page.Of(row => SourceResponse.Of(row, sources, totals)));
    }
}
