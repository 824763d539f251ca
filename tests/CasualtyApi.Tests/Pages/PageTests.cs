using System.Net;

namespace CasualtyApi.Tests.Pages;

[Collection(SeededService.Name)]
public sealed class PageTests(Service service)
{
    private static readonly (string, string) Browser = ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    public static TheoryData<string> Addresses =>
        ["/", "/?category=killed", "/documents", "/documents/1", "/documents/1?asOf=34", "/compare", "/compare?party=1&category=killed-or-injured", "/ledger", "/ledger?position=29", "/codebook", "/problems"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_that_has_not_changed_is_not_sent_again(string address)
    {
        using var first = await service.SendAsync(HttpMethod.Get, address, Browser);
        using var again = await service.SendAsync(HttpMethod.Get, address, Browser, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("text/html", first.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.GetValues("Content-Security-Policy"), again.Headers.GetValues("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/documents/99", HttpStatusCode.NotFound)]
    [InlineData("/claims/99", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/?categry=killed", HttpStatusCode.BadRequest)]
    [InlineData("/compare?party=Atlantis", HttpStatusCode.BadRequest)]
    [InlineData("/ledger?position=999", HttpStatusCode.BadRequest)]
    public async Task A_refusal_is_a_page_for_a_browser_and_a_problem_for_a_program(string address, HttpStatusCode status)
    {
        using var page = await service.SendAsync(HttpMethod.Get, address, Browser);
        using var problem = await service.SendAsync(HttpMethod.Get, address);

        Assert.Equal((status, status), (page.StatusCode, problem.StatusCode));
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_api_refuses_in_json_whoever_asks()
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/api/v1/claims/99", ("Accept", "text/html, application/json"));

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_address_of_a_claim_leads_to_its_words()
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/claims/3");

        Assert.Equal("/documents/1#char=878,931", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task What_a_form_left_empty_is_not_asked_for()
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/compare?party=&category=killed&place=");

        Assert.Equal("/compare?category=killed", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/?utm_source=letter&category=killed&fbclid=x", "/?category=killed")]
    [InlineData("/review?utm_medium=mail", "/review")]
    [InlineData("/codebook?gclid=1", "/codebook")]
    public async Task A_link_that_somebody_lengthened_leads_where_it_was_meant_to(string lengthened, string meant)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, lengthened);

        Assert.Equal(meant, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Documents_are_found_by_words()
    {
        Assert.Contains("href=\"/documents/1\"", await service.Client.GetStringAsync("/documents?q=north"), StringComparison.Ordinal);
        Assert.Contains("No document has these words.", await service.Client.GetStringAsync("/documents?q=zebra"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_says_what_is_wrong_once()
    {
        using var refused = await service.SendAsync(HttpMethod.Get, "/?categry=killed", Browser);
        var page = await refused.Content.ReadAsStringAsync();

        Assert.Equal(2, page[page.IndexOf("<main", StringComparison.Ordinal)..].Split("Did you mean").Length);
    }

    [Fact]
    public async Task A_file_of_the_pages_is_kept_for_ever_at_its_own_address_only()
    {
        var page = await service.Client.GetStringAsync("/");
        var address = page[page.IndexOf("/assets/", StringComparison.Ordinal)..];
        address = address[..address.IndexOf('"', StringComparison.Ordinal)];

        using var own = await service.SendAsync(HttpMethod.Get, address);
        using var older = await service.SendAsync(HttpMethod.Get, "/assets/0123456789ab/" + address.Split('/')[^1]);

        Assert.Equal("public, max-age=31536000, immutable", own.Headers.CacheControl!.ToString());
        Assert.True(older.IsSuccessStatusCode);
        Assert.Contains("no-cache", older.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_page_is_not_taken()
    {
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/try") { Content = new FormUrlEncodedContent([new("text", "Police said 12 people were killed.")]) };

        using var answer = await service.Client.SendAsync(sent);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_larger_than_the_server_takes_is_refused_with_its_reason()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[30_000_001]), "file", "film.txt" } };
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/try") { Content = form, Headers = { { "Accept", "text/html" } } };

        using var answer = await service.Client.SendAsync(sent);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("larger than any that is read here", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    [InlineData("/try")]
    [InlineData("/problems/not-found")]
    public async Task A_page_says_by_which_calls_it_is_had_as_data(string address)
    {
        var page = await service.Client.GetStringAsync(address);

        Assert.Contains($"curl &#x27;{service.Client.BaseAddress}"[..^1], page, StringComparison.Ordinal);
        Assert.DoesNotContain("'…", page, StringComparison.Ordinal);
    }
}
