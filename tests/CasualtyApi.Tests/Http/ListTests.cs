using System.Text.Json;

namespace CasualtyApi.Tests.Http;

[Collection(SeededService.Name)]
public sealed class ListTests(Service service)
{
    private static int[] Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt32())];

    [Fact]
    public async Task A_list_counts_all_and_shows_a_page()
    {
        var page = await service.GetAsync("/api/v1/statements?limit=5");

        Assert.Equal([1, 2, 3, 4, 5], Ids(page));
        Assert.Equal(
            (await service.GetAsync("/status")).GetProperty("records").GetProperty("statements").GetInt32(), page.GetProperty("total").GetInt32());
        Assert.False(page.TryGetProperty("totalIsLowerBound", out _));
        Assert.True(page.GetProperty("position").GetInt64() > 0);
    }

    [Fact]
    public async Task A_total_can_be_left_out_or_asked_for_exactly()
    {
        Assert.False((await service.GetAsync("/api/v1/claims?total=none")).TryGetProperty("total", out _));
        Assert.Equal(6, (await service.GetAsync("/api/v1/claims?total=exact&limit=1")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_last_page_has_no_next()
    {
        var page = await service.GetAsync("/api/v1/claims?limit=6");

        Assert.Equal(6, Ids(page).Length);
        Assert.False(page.TryGetProperty("next", out _));
    }

    [Theory]
    [InlineData("id", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("-id", new[] { 6, 5, 4, 3, 2, 1 })]
    [InlineData("receivedAt", new[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("-receivedAt", new[] { 6, 5, 4, 3, 2, 1 })]
    public async Task Pages_follow_the_sort(string sort, int[] expected)
    {
        var seen = new List<int>();
        for (string? address = $"/api/v1/claims?document=1&limit=4&sort={sort}", next = null; address is not null;)
        {
            var page = await service.GetAsync(address);
            seen.AddRange(Ids(page));
            next = page.TryGetProperty("next", out var token) ? token.GetString() : null;
            address = next is null ? null : $"/api/v1/claims?document=1&limit=4&sort={sort}&cursor={next}";
        }

        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task The_link_header_leads_through_the_pages()
    {
        using var first = await service.SendAsync(HttpMethod.Get, "/api/v1/claims?limit=4&category=killed-or-injured");
        var links = first.Headers.GetValues("Link").Single();
        var next = links[1..links.IndexOf('>', StringComparison.Ordinal)];

        Assert.Contains("</api/v1/claims?limit=4&category=killed-or-injured>; rel=\"first\"", links, StringComparison.Ordinal);
        var rest = await service.GetAsync(next);
        Assert.Equal([6], Ids(rest));
    }

    [Fact]
    public async Task Fields_picks_members_and_the_id_always_comes()
    {
        var page = await service.GetAsync("/api/v1/claims?fields=category,count&limit=1");

        Assert.Equal(["id", "category", "count"], page.GetProperty("items")[0].EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task An_empty_result_is_an_answer()
    {
        var page = await service.GetAsync("/api/v1/claims?category=displaced");

        Assert.Empty(Ids(page));
        Assert.Equal(0, page.GetProperty("total").GetInt32());
    }
}
