using System.Text.Json;

namespace CasualtyApi.Tests.Features.Claims;

public sealed class CountFacetsTests(SampledService service) : IClassFixture<SampledService>
{
    [Theory]
    [InlineData("category", "killed-or-injured 5, killed 4, injured 1")]
    [InlineData("party", "1 6, 2 3, 3 1")]
    [InlineData("claimant", "3 2, 1 1, 2 1, 11 1, 13 1, 16 1, 17 1, 18 1, - 1")]
    [InlineData("country", "KP 6, UA 3, - 1")]
    [InlineData("place", "1 2, 2 1, 3 1, - 6")]
    [InlineData("document", "1 6, 2 3, 3 1")]
    [InlineData("status", "candidate 10")]
    [InlineData("month", "2025-01 3, 2025-02 1, - 6")]
    [InlineData("scope", "unspecified 7, incident 1, period 1, total 1")]
    public async Task A_facet_counts_claims_by_value(string facet, string expected) =>
        Assert.Equal(Sorted(expected), Sorted(Printed((await service.GetAsync("/api/v1/claims/facets")).GetProperty(facet))));

    [Fact]
    public async Task Each_claim_counts_once_at_its_originator()
    {
        var facets = await service.GetAsync("/api/v1/claims/facets");
        var originators = facets.GetProperty("originator").GetProperty("values").EnumerateArray().ToList();

        Assert.Equal(10, facets.GetProperty("claims").GetInt32());
        Assert.Equal(10, originators.Sum(value => value.GetProperty("claims").GetInt32()));
        Assert.Equal("United States government", originators[0].GetProperty("label").GetString());
    }

    [Fact]
    public async Task A_party_is_called_by_its_name_and_its_kind_and_by_its_kind_alone_where_it_has_no_other_name()
    {
        var parties = (await service.GetAsync("/api/v1/claims/facets")).GetProperty("party").GetProperty("values").EnumerateArray();

        Assert.Equal(["North Korea, military", "Ukraine, military", "children"], parties.Select(party => party.GetProperty("label").GetString()!));
    }

    [Theory]
    [InlineData("originator")]
    [InlineData("claimant")]
    [InlineData("party")]
    [InlineData("category")]
    [InlineData("place")]
    [InlineData("document")]
    [InlineData("country")]
    [InlineData("certainty")]
    public async Task A_value_is_what_the_filter_of_its_name_takes(string facet)
    {
        var values = (await service.GetAsync("/api/v1/claims/facets?from=2020-01-01")).GetProperty(facet).GetProperty("values");
        foreach (var value in values.EnumerateArray().Where(value => value.GetProperty("value").ValueKind == JsonValueKind.String))
        {
            var page = await service.GetAsync($"/api/v1/claims?from=2020-01-01&{facet}={value.GetProperty("value").GetString()}");
            Assert.Equal(value.GetProperty("claims").GetInt32(), page.GetProperty("total").GetInt32());
        }
    }

    [Fact]
    public async Task The_filters_are_those_of_the_list_and_what_is_left_out_is_counted()
    {
        var facets = await service.GetAsync("/api/v1/claims/facets?from=2025-01-01&category=killed&limit=1");

        Assert.Equal(3, facets.GetProperty("claims").GetInt32());
        Assert.Equal(1, facets.GetProperty("undated").GetInt32());
        Assert.Equal("2 2", Printed(facets.GetProperty("document")));
        Assert.Equal(1, facets.GetProperty("document").GetProperty("more").GetInt32());
    }

    [Fact]
    public async Task Months_are_those_of_the_date_meant() =>
        Assert.Equal("2025-01 2, - 8", Sorted(Printed((await service.GetAsync("/api/v1/claims/facets?dateField=occurred")).GetProperty("month"))));

    private static string Printed(JsonElement facet) => string.Join(", ", facet.GetProperty("values").EnumerateArray()
        .Select(value => $"{value.GetProperty("value").GetString() ?? "-"} {value.GetProperty("claims").GetInt32()}"));

    private static string Sorted(string printed) => string.Join(", ", printed.Split(", ").OrderDescending(StringComparer.Ordinal));
}
