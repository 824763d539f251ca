using System.Text.Json;

namespace CasualtyApi.Tests.Http;

[Collection(SeededService.Name)]
public sealed class StrictQueryTests(Service service)
{
    [Theory]
    [InlineData("/api/v1/claims?categroy=killed", "unknown-parameter", "categroy", "Did you mean 'category'?")]
    [InlineData("/api/v1/claims?Category=killed", "unknown-parameter", "Category", "Did you mean 'category'?")]
    [InlineData("/api/v1/claims/3?fields=id", "unknown-parameter", "fields", "There is no parameter 'fields' here.")]
    [InlineData("/api/v1/codebook?x=1", "unknown-parameter", "x", "There is no parameter 'x' here.")]
    [InlineData("/api/v1/claims?category=kiled", "bad-value", "category", "Did you mean 'killed'?")]
    [InlineData("/api/v1/claims?category=99", "bad-value", "category", "'99' is not among its values.")]
    [InlineData("/api/v1/claims?category=Killed", "bad-value", "category", "Did you mean 'killed'?")]
    [InlineData("/api/v1/claims?category=", "bad-value", "category", "has an empty value.")]
    [InlineData("/api/v1/claims?category=killed,,injured", "bad-value", "category", "has an empty value.")]
    [InlineData("/api/v1/claims?limit=0", "bad-value", "limit", "it goes from 1 to 500")]
    [InlineData("/api/v1/claims?limit=501", "bad-value", "limit", "it goes from 1 to 500")]
    [InlineData("/status?x=1", "unknown-parameter", "x", "There is no parameter 'x' here.")]
    [InlineData("/api/v1/claims?limit=abc", "bad-value", "limit", "'abc' is no whole number.")]
    [InlineData("/api/v1/claims?limit=1&limit=2", "bad-value", "limit", "is given 2 times")]
    [InlineData("/api/v1/claims?collapse=yes", "bad-value", "collapse", "neither 'true' nor 'false'")]
    [InlineData("/api/v1/claims?country=UKR", "bad-value", "country", "'UKR' is no country code")]
    [InlineData("/api/v1/claims?sort=lowest", "bad-value", "sort", "'lowest' is not among its values.")]
    [InlineData("/api/v1/claims?fields=categorie", "bad-value", "fields", "Did you mean 'category'?")]
    [InlineData("/api/v1/claims?total=some", "bad-value", "total", "'some' is not among its values.")]
    [InlineData("/api/v1/claims?cursor=abc", "bad-value", "cursor", "is no cursor of this service")]
    [InlineData("/api/v1/claims?status=open", "bad-value", "status", "'open' is not among its values.")]
    [InlineData("/api/v1/claims?party=a%00b", "bad-value", "party", "contains a code point that is no character")]
    [InlineData("/api/v1/sources?q=%EF%BF%BE", "bad-value", "q", "contains a code point that is no character")]
    [InlineData("/api/v1/claims?limit=%2B5", "bad-value", "limit", "'+5' is no whole number.")]
    [InlineData("/api/v1/claims?q=%FF", "bad-value", "q", "is no percent-encoded UTF-8")]
    [InlineData("/api/v1/claims?q=Fug%C3", "bad-value", "q", "is no percent-encoded UTF-8")]
    [InlineData("/api/v1/claims?party=North%20Corea", "bad-value", "party", "Did you mean 'North Korea'?")]
    [InlineData("/api/v1/claims?claimant=Jon%20Kirby", "bad-value", "claimant", "Did you mean 'John Kirby'?")]
    [InlineData("/api/v1/claims?claimant=999", "bad-value", "claimant", "there is no source '999'")]
    [InlineData("/api/v1/claims?document=7", "bad-value", "document", "there is no document '7'")]
    [InlineData("/api/v1/claims?statement=one", "bad-value", "statement", "there is no statement 'one'")]
    [InlineData("/api/v1/statements?speaker=Nobody%20Known", "bad-value", "speaker", "there is no source")]
    [InlineData("/api/v1/changes?after=-1", "bad-value", "after", "it goes from 0")]
    public async Task A_query_with_a_fault_is_refused_and_the_fault_named(string address, string slug, string name, string says)
    {
        var problem = await service.GetAsync(address, 400);

        Assert.Equal(slug, problem.Slug());
        Assert.Contains(says, problem.Error(name), StringComparison.Ordinal);
        Assert.Equal(32, problem.GetProperty("traceId").GetString()!.Length);
    }

    [Theory]
    [InlineData("100%25")]
    [InlineData("100%25%20Fug%C3%A9")]
    [InlineData("Fugé")]
    public async Task Well_encoded_words_are_read(string words) => await service.GetAsync("/api/v1/claims?q=" + words);

    [Theory]
    [InlineData("/api/v1/claims/03")]
    [InlineData("/api/v1/claims/+3")]
    [InlineData("/api/v1/claims/%2B3")]
    [InlineData("/api/v1/claims/3%20")]
    [InlineData("/api/v1/claims/99999999999999999999")]
    [InlineData("/api/v1/documents/01/text")]
    [InlineData("/claims/03")]
    [InlineData("/api/v1/ledger/tile/00/000.p/2")]
    public async Task A_number_in_a_path_has_one_spelling(string address) => await service.GetAsync(address, 404);

    [Fact]
    public async Task Every_fault_of_a_query_is_named_at_once()
    {
        var problem = await service.GetAsync("/api/v1/claims?limit=0&scope=ever&colour=red", 400);

        Assert.Equal("unknown-parameter", problem.Slug());
        Assert.Equal(["colour", "limit", "scope"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task A_cursor_is_refused_with_other_filters_and_with_another_sort()
    {
        var next = (await service.GetAsync("/api/v1/claims?limit=2&category=killed-or-injured")).GetProperty("next").GetString();

        await service.GetAsync($"/api/v1/claims?limit=3&category=killed-or-injured&cursor={next}");
        await service.GetAsync($"/api/v1/claims?sort=id&category=killed-or-injured&status=accepted,candidate&cursor={next}");
        foreach (var other in new[] { "", "category=killed&", "category=killed-or-injured&sort=-id&" })
        {
            var problem = await service.GetAsync($"/api/v1/claims?{other}cursor={next}", 400);
            Assert.Contains("belongs to another list, other filters or another sort", problem.Error("cursor"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("sources")]
    [InlineData("statements")]
    [InlineData("documents")]
    [InlineData("parties")]
    [InlineData("places")]
    [InlineData("comparisons")]
    [InlineData("aggregates")]
    public async Task A_cursor_of_another_list_is_refused(string list)
    {
        var next = (await service.GetAsync("/api/v1/claims?limit=2")).GetProperty("next").GetString();

        await service.GetAsync($"/API/v1/claims/?limit=2&cursor={next}");
        Assert.Contains("belongs to another list", (await service.GetAsync($"/api/v1/{list}?limit=2&cursor={next}", 400)).Error("cursor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_of_one_filter_combine_by_or_whether_repeated_or_comma_separated()
    {
        static IEnumerable<int> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt32());

        var together = await service.GetAsync("/api/v1/claims?certainty=estimated,likely");
        var apart = await service.GetAsync("/api/v1/claims?certainty=estimated&certainty=likely");

        Assert.Equal(Ids(together), Ids(apart));
        Assert.Equal(2, Ids(together).Count());
    }
}
