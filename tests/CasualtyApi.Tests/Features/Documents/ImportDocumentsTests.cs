using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Features.Documents;

public sealed class ImportDocumentsTests(Service service) : IClassFixture<Service>
{
    private const string Address = Review.Api + "documents/import";

    [Fact]
    public async Task Every_line_gets_its_result_in_order_and_a_bad_one_keeps_no_other_from_being_kept()
    {
        var results = await SendAsync(
            """{"text":"Eleven sailors were rescued and two died.","publishedAt":"2025-01-02"}""",
            """{"text":"a","wrong":1}""",
            "",
            "{",
            """{"text":"Thirty-one miners were trapped; six were killed."}""",
            """{"text":"Eleven sailors were rescued and two died.","url":"https://again.example/"}""",
            """{"text":"\u0000"}""");

        Assert.Equal([1, 2, 4, 5, 6, 7], results.Select(result => result.GetProperty("line").GetInt32()));
        Assert.Equal([201, 400, 400, 201, 200, 400], results.Select(result => result.GetProperty("status").GetInt32()));
        Assert.Equal("/problems/unknown-member", results[1].GetProperty("problem").Text("type"));
        var document = results[0].GetProperty("document").GetInt64();
        Assert.Equal((document + 1, document), (results[3].GetProperty("document").GetInt64(), results[4].GetProperty("document").GetInt64()));
        var kept = await service.GetAsync($"{Review.Api}documents/{document}");
        Assert.Equal(("import", results[0].GetProperty("claims").GetInt32()), (kept.Text("origin"), kept.GetProperty("claims").GetInt32()));
    }

    [Fact]
    public async Task Sent_twice_nothing_is_kept_twice_and_ids_follow_the_lines()
    {
        var lines = Enumerable.Range(0, 300).Select(number => $$"""{"text":"Patrol {{number}} lost {{number + 2}} soldiers near the river."}""").ToArray();
        var first = await SendAsync(lines);
        var position = await service.PositionAsync();
        var second = await SendAsync(lines);

        Assert.All(first, result => Assert.Equal(201, result.GetProperty("status").GetInt32()));
        Assert.All(second, result => Assert.Equal(200, result.GetProperty("status").GetInt32()));
        var ids = first.ConvertAll(result => result.GetProperty("document").GetInt64());
        Assert.Equal(Enumerable.Range(0, 300).Select(number => ids[0] + number), ids);
        Assert.Equal(ids, second.ConvertAll(result => result.GetProperty("document").GetInt64()));
        Assert.Equal(position, await service.PositionAsync());
    }

    [Fact]
    public async Task Who_may_not_add_may_not_import()
    {
        using var request = await RequestAsync(new StringContent("{}"), Role.Reader);
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<List<JsonElement>> SendAsync(params string[] lines)
    {
        using var request = await RequestAsync(new StringContent(string.Join('\n', lines), Encoding.UTF8));
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var results = await answer.Content.ReadAsStringAsync();
        return [.. results.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private async Task<HttpRequestMessage> RequestAsync(HttpContent content, Role role = Role.Contributor)
    {
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-ndjson");
        return new(HttpMethod.Post, Address) { Headers = { Authorization = new("Bearer", await service.KeyAsync(role)) }, Content = content };
    }
}
