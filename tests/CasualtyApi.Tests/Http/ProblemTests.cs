using System.Net;
using System.Text.Json;
using CasualtyApi.Http;

namespace CasualtyApi.Tests.Http;

[Collection(SeededService.Name)]
public sealed class ProblemTests(Service service)
{
    public static TheoryData<string> Slugs => [.. ProblemType.All.Select(type => type.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task The_type_of_every_problem_leads_to_a_page_that_explains_it(string slug)
    {
        using var page = await service.SendAsync(HttpMethod.Get, $"/problems/{slug}");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains(ProblemType.All.Single(type => type.Slug == slug).Title, WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/v1/claims/99", 404, "not-found", "There is no claim 99.")]
    [InlineData("GET", "/api/v1/claims/99/revisions", 404, "not-found", "There is no claim 99.")]
    [InlineData("GET", "/api/v1/sources/-1", 404, "not-found", "There is no source -1.")]
    [InlineData("GET", "/api/v1/statements/99", 404, "not-found", "There is no statement 99.")]
    [InlineData("GET", "/api/v1/documents/99", 404, "not-found", "There is no document 99.")]
    [InlineData("GET", "/api/v1/documents/99/text", 404, "not-found", "There is no document 99.")]
    [InlineData("GET", "/api/v1/claims/99999999999999999999", 404, "not-found", "There is nothing at")]
    [InlineData("GET", "/api/v1/claim", 404, "not-found", "Did you mean '/api/v1/claims'?")]
    [InlineData("GET", "/problems/unheard-of", 404, "not-found", "There is no problem 'unheard-of'.")]
    [InlineData("GET", "/nowhere", 404, "not-found", "There is nothing at /nowhere.")]
    [InlineData("DELETE", "/api/v1/parties", 405, "method-not-allowed", "GET, HEAD, OPTIONS are.")]
    [InlineData("POST", "/api/v1/places", 405, "method-not-allowed", "GET, HEAD, OPTIONS are.")]
    [InlineData("DELETE", "/swagger-ui", 404, "not-found", "There is nothing at")]
    [InlineData("GET", "/api/v1/claims/%ff", 404, "not-found", "There is nothing at")]
    [InlineData("GET", "/api/v1/claims/3%2Frevisions", 404, "not-found", "There is nothing at")]
    [InlineData("GET", "/api/v1/extractions", 405, "method-not-allowed", "POST, OPTIONS are.")]
    public async Task No_error_has_an_empty_body(string method, string address, int status, string slug, string says)
    {
        using var answer = await service.SendAsync(new(method), address);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(slug, problem.RootElement.Slug());
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Contains(says, problem.RootElement.Detail(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/claims", "application/xml")]
    [InlineData("/api/v1/claims/3", "text/csv, application/json;q=0")]
    [InlineData("/api/v1/documents/1/text", "application/json")]
    public async Task What_nobody_can_answer_in_is_refused(string address, string accept)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, address, ("Accept", accept));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
        Assert.Equal("not-acceptable", problem.RootElement.Slug());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/*")]
    [InlineData("text/html, */*;q=0.1")]
    public async Task What_a_browser_or_a_client_accepts_is_answered(string accept)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/api/v1/claims", ("Accept", accept));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
