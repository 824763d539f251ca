using CasualtyApi.Extraction;
using CasualtyApi.Ingest;
using Microsoft.EntityFrameworkCore;
using ChangeKind = CasualtyApi.Store.Terms.ChangeKind;
using ClaimStatus = CasualtyApi.Store.Terms.ClaimStatus;

namespace CasualtyApi.Tests.Queries;

/// <summary>Twelve said three times, on the 9th, the 5th and the 1st as they arrived, and fifteen on the 7th.</summary>
public sealed class CollapseTests : Service, IAsyncLifetime
{
    private const string Narrowed = "from=2025-01-02";
    private const string Ours = "claimant=Ministry of Health";

    private static readonly SourceReading Ministry = new("Ministry of Health", SourceKind.Government, Country: "PT");

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        foreach (var (day, count) in ((int, int)[])[(9, 12), (5, 12), (1, 12), (7, 15)]) await KeepAsync(new(2025, 1, day), count);
    }

    [Fact]
    public async Task Where_the_first_is_not_selected_the_one_published_first_stands()
    {
        Assert.Equal("5: 12, 7: 15, 9: 12", await ListAsync(Narrowed));
        Assert.Equal("1: 12, 7: 15", await ListAsync("collapse=true"));
        Assert.Equal("5: 12, 7: 15", await ListAsync($"collapse=true&{Narrowed}"));
    }

    [Fact]
    public async Task What_was_rejected_hides_nothing()
    {
        await ChangeAsync(null, db => db.Claims.SingleAsync(claim => claim.RepeatsClaimId == null && claim.Low == 12), claim => claim.Status = ClaimStatus.Rejected, ChangeKind.Rejected);

        Assert.Equal("5: 12, 7: 15", await ListAsync("collapse=true"));
        Assert.Equal("1: 12, 5: 12, 7: 15", await ListAsync("collapse=true&status=any"));
        Assert.Equal("1: 12", await ListAsync("collapse=true&status=rejected"));
    }

    [Theory]
    [InlineData("aggregates?method=latest")]
    [InlineData("aggregates?method=range")]
    [InlineData("comparisons?limit=10")]
    public async Task Who_collapses_anyway_answers_the_same(string list)
    {
        foreach (var query in (string[])[$"&{Ours}", $"&{Ours}&{Narrowed}", $"&{Ours}&status=any", ""])
        {
            var (plain, collapsed) = (await GetAsync($"/api/v1/{list}{query}"), await GetAsync($"/api/v1/{list}{query}&collapse=true"));
            foreach (var member in (string[])["items", "excluded", "links"])
            {
                Assert.Equal(plain.GetProperty(member).GetRawText(), collapsed.GetProperty(member).GetRawText());
            }
        }
    }

    /// <summary>Days and counts, by day; the same from what is held, from the database, and as counted.</summary>
    private async Task<string> ListAsync(string query)
    {
        var page = await GetAsync($"/api/v1/claims?sort=publishedAt&{Ours}&{query}");
        var listed = Listed(page);
        Assert.Equal(listed, Listed(await GetAsync($"/api/v1/claims?sort=publishedAt&{Ours}&{query}&asOf={page.GetProperty("position")}")));
        Assert.Equal(page.GetProperty("total").GetInt32(), (await GetAsync($"/api/v1/claims/facets?{Ours}&{query}")).GetProperty("claims").GetInt32());
        return listed;
    }

    private static string Listed(System.Text.Json.JsonElement page) => string.Join(", ", page.GetProperty("items").EnumerateArray()
        .Select(claim => $"{DateOnly.Parse(claim.GetProperty("document").Text("publishedAt"), System.Globalization.CultureInfo.InvariantCulture).Day}: {claim.GetProperty("count").GetProperty("low")}"));

    private Task<long> KeepAsync(DateOnly day, int count)
    {
        var text = $"Text of {day:O}: {count} people were killed.";
        return KeepAsync(
            new Article(text, "post", PublishedAt: day),
            new HandReading(text).Says(Ministry, text).Counts("people", new(null, "people", null, PartyKind.People), 1, claim => claim with { Count = new("…", CountRelation.Exactly, count, count) }).Reading);
    }
}
