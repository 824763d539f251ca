using System.Globalization;
using System.Text.Json;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Queries;

public sealed class SearchTests(SampledService service) : IClassFixture<SampledService>
{
    [Theory]
    [InlineData("soldiers", new[] { 7 })]
    [InlineData("MINISTRY died", new[] { 7 })]
    [InlineData("ministry", new[] { 7 })]
    [InlineData("\"soldiers died\"", new[] { 7 })]
    [InlineData("\"died soldiers\"", new int[0])]
    [InlineData("doctor", new[] { 8 })]
    [InlineData("nunez", new[] { 10 })]
    [InlineData("ЗЕЛЕНСЬКА killed", new[] { 10 })]
    [InlineData("зеленська N‘Djamena", new[] { 10 })]
    [InlineData("N´DJAMENA", new[] { 10 })]
    [InlineData("\"all of them\"", new[] { 9 })]
    [InlineData("1+1", new[] { 8 })]
    [InlineData("\"defence ministry\"", new[] { 7 })]
    [InlineData("soldiers nothing", new int[0])]
    public async Task Words_and_phrases_are_found_in_statements_and_names(string words, int[] expected)
    {
        var page = await service.GetAsync("/api/v1/claims?document=2,3&q=" + Uri.EscapeDataString(words));

        Assert.Equal(expected, Ids(page));
        Assert.Equal(expected.Length, page.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("\"unbalanced soldiers")]
    [InlineData("soldiers AND (")]
    [InlineData("soldiers*")]
    [InlineData("words:soldiers")]
    [InlineData("{words} : soldiers")]
    [InlineData("soldiers NOT died")]
    [InlineData("^soldiers + died")]
    [InlineData("soldiers ' ; DROP TABLE claims --")]
    [InlineData("NEAR(soldiers died, 2)")]
    public async Task Nothing_that_is_typed_is_syntax(string words)
    {
        foreach (var list in new[] { "claims", "statements", "documents", "sources", "claims/facets", "claims/timeline", "comparisons", "aggregates" })
        {
            await service.GetAsync($"/api/v1/{list}?q={Uri.EscapeDataString(words)}");
        }
    }

    [Theory]
    [InlineData("claims", "*", "has no word to look for")]
    [InlineData("claims", "\"\"", "has no word to look for")]
    [InlineData("statements", " ", "has no word to look for")]
    [InlineData("documents", "( -", "has no word to look for")]
    [InlineData("sources", " ", "has no word to look for")]
    [InlineData("claims", "a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5 6 7", "has more than 32 words")]
    public async Task A_search_without_a_word_is_refused(string list, string words, string says) =>
        Assert.Contains(says, (await service.GetAsync($"/api/v1/{list}?q={Uri.EscapeDataString(words)}", 400)).Error("q"), StringComparison.Ordinal);

    [Fact]
    public async Task Relevance_without_words_is_refused_and_every_other_order_goes_with_them()
    {
        Assert.Contains("add 'q='", (await service.GetAsync("/api/v1/claims?sort=relevance", 400)).Error("sort"), StringComparison.Ordinal);
        Assert.Equal(
            Ids(await service.GetAsync("/api/v1/claims?q=korean&sort=id")), Ids(await service.GetAsync("/api/v1/claims?q=korean&sort=-id")).Reverse());
    }

    [Fact]
    public async Task A_search_combines_with_every_filter_and_view()
    {
        const string Query = "q=north korean&category=killed-or-injured";
        var total = (await service.GetAsync("/api/v1/claims?" + Query)).GetProperty("total").GetInt32();

        Assert.True(total > 0);
        Assert.Equal(total, (await service.GetAsync("/api/v1/claims/facets?" + Query)).GetProperty("claims").GetInt32());
        Assert.Equal(total, (await service.GetAsync($"/api/v1/claims?{Query}&total=exact&limit=1")).GetProperty("total").GetInt32());
        var collapsed = Ids(await service.GetAsync($"/api/v1/claims?{Query}&collapse=true&sort=id"));
        Assert.Equal(collapsed.Order(), Ids(await service.GetAsync($"/api/v1/claims?{Query}&collapse=true")).Order());
        using var csv = await service.SendAsync(HttpMethod.Get, $"/api/v1/claims?{Query}&format=csv");
        Assert.Equal(total + 1, (await csv.Content.ReadAsStringAsync()).TrimEnd().Split("\r\n").Length);
        using var lines = await service.SendAsync(HttpMethod.Get, $"/api/v1/claims?{Query}&format=ndjson");
        var items = (await service.GetAsync("/api/v1/claims?" + Query)).GetProperty("items").EnumerateArray().Select(item => item.GetRawText());
        Assert.Equal(items, (await lines.Content.ReadAsStringAsync()).TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task The_pages_of_a_search_hold_every_hit_once_and_the_best_first()
    {
        var all = Ids(await service.GetAsync("/api/v1/claims?q=korean&limit=500")).ToList();
        foreach (var limit in new[] { 1, 2, 3 })
        {
            var seen = new List<int>();
            for (string? next = ""; next is not null;)
            {
                var page = await service.GetAsync($"/api/v1/claims?q=korean&limit={limit}{next}");
                seen.AddRange(Ids(page));
                next = page.TryGetProperty("next", out var token) ? "&cursor=" + token.GetString() : null;
            }

            Assert.Equal(all, seen);
        }

        var quotes = (await service.GetAsync("/api/v1/claims?q=korean")).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("quote").GetProperty("exact").GetString()!.Contains("Korean", StringComparison.Ordinal)).ToList();
        Assert.Equal(quotes.OrderByDescending(has => has), quotes);
    }

    [Fact]
    public async Task A_highlight_marks_what_was_found_and_is_safe_on_a_page()
    {
        var item = (await service.GetAsync("/api/v1/claims?q=" + Uri.EscapeDataString("\"all of them\" young"))).GetProperty("items")[0];
        var statement = item.GetProperty("highlight")[0];

        Assert.Equal("statement", statement.GetProperty("of").GetString());
        Assert.Equal("At least 5 fell, \"all of them\" young.", statement.GetProperty("text").GetString());
        Assert.Equal("At least 5 fell, &quot;<mark>all of them</mark>&quot; <mark>young</mark>.", statement.GetProperty("html").GetString());
        Assert.Equal("[[18,29],[31,36]]", statement.GetProperty("marks").GetRawText());
        var named = (await service.GetAsync("/api/v1/claims?q=Nunez&document=3")).GetProperty("items")[0].GetProperty("highlight");
        Assert.Equal(["statement", "claimant"], named.EnumerateArray().Select(one => one.GetProperty("of").GetString()!));
        Assert.Equal("Ana <mark>N&#250;&#241;ez</mark>", named[1].GetProperty("html").GetString());
        Assert.False((await service.GetAsync("/api/v1/claims")).GetProperty("items")[0].TryGetProperty("highlight", out _));
    }

    [Theory]
    [InlineData("statements", "ministry", new[] { 4, 5 })]
    [InlineData("documents", "again odesa", new[] { 2 })]
    [InlineData("documents", "daily", new[] { 2 })]
    [InlineData("documents", "ana nunez", new[] { 3 })]
    [InlineData("sources", "ana djamena", new[] { 0 })]
    public async Task Other_lists_are_searched_too(string list, string words, int[] expected)
    {
        var ids = Ids(await service.GetAsync($"/api/v1/{list}?q={words}"));
        Assert.NotEmpty(ids);
        if (list == "documents") Assert.Equal(expected, ids);
    }

    [Fact]
    public async Task A_claim_is_found_by_who_claims_it_now_and_as_of_then_by_who_did()
    {
        var before = await service.ChangeAsync(async (db, ledger) =>
        {
            var source = await db.Sources.Include(one => one.Aliases).SingleAsync(one => one.Name == "Ana Núñez");
            ledger.Change(source, ChangeKind.Corrected, "Known by another name.");
            source.Aliases.Add(new SourceAlias { Ordinal = source.Aliases.Count, Alias = "Quetzal" });
        });
        Assert.Equal([10], Ids(await service.GetAsync("/api/v1/claims?q=quetzal")));
        var other = (await service.GetAsync("/api/v1/sources?q=kirby")).GetProperty("items")[0].GetProperty("id").GetInt64();
        await service.ChangeAsync(async (db, ledger) =>
        {
            var claim = await db.Claims.Include(one => one.Claimants).SingleAsync(one => one.Id == 10);
            ledger.Change(claim, ChangeKind.Corrected, "Somebody else said it.");
            claim.Claimants.Clear();
            claim.Claimants.Add(new ClaimClaimant { Ordinal = 0, SourceId = other });
        });

        Assert.Empty(Ids(await service.GetAsync("/api/v1/claims?q=quetzal")));
        Assert.Contains(10, Ids(await service.GetAsync("/api/v1/claims?q=kirby")));
        Assert.Equal([10], Ids(await service.GetAsync($"/api/v1/claims?q=quetzal&asOf={before.ToString(CultureInfo.InvariantCulture)}")));
    }

    [Fact]
    public async Task The_words_of_a_withheld_document_are_not_found()
    {
        Assert.Equal([8], Ids(await service.GetAsync("/api/v1/claims?q=taveuni")));
        await ShowAsync(Visibility.Withheld);
        Assert.Empty(Ids(await service.GetAsync("/api/v1/claims?q=taveuni")));
        Assert.Empty(Ids(await service.GetAsync("/api/v1/statements?q=taveuni")));
        await ShowAsync(Visibility.Public);
        Assert.Equal([8], Ids(await service.GetAsync("/api/v1/claims?q=taveuni")));

        Task<long> ShowAsync(Visibility visibility) => service.ChangeAsync(async (db, ledger) =>
        {
            var document = await db.Documents.SingleAsync(one => one.Id == 2);
            ledger.Change(document, ChangeKind.Corrected, "On request.");
            document.Visibility = visibility;
        });
    }

    private static IEnumerable<int> Ids(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt32());
}
