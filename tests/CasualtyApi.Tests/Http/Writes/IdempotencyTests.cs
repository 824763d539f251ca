using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Http.Writes;

public sealed class IdempotencyTests(Service service) : IClassFixture<Service>
{
    private const string Documents = Review.Api + "documents";

    [Fact]
    public async Task Fifty_sends_at_once_are_one_change_and_every_later_one_gets_the_first_answer()
    {
        var before = await service.PositionAsync();
        const string Body = """{"text":"Seven people drowned off the coast, officials said.","title":"Drowned"}""";
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => SendAsync("fifty", Body)));
        Assert.All(answers, answer => Assert.True((int)answer.StatusCode is 201 or 409, $"{answer.StatusCode}"));
        var first = answers.First(answer => (int)answer.StatusCode == 201);
        var after = await service.PositionAsync();
        Assert.True(after > before);

        using var again = await SendAsync("fifty", Body);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal((201, first.Headers.ETag, first.Headers.Location), ((int)again.StatusCode, again.Headers.ETag, again.Headers.Location));
        Assert.Equal(first.Headers.GetValues("Ledger-Position"), again.Headers.GetValues("Ledger-Position"));
        Assert.Equal(after, await service.PositionAsync());
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_by_another_caller_is_another_request()
    {
        using var first = await SendAsync("mine", """{"text":"Three hikers are missing."}""");
        Assert.Equal(201, (int)first.StatusCode);
        using var other = await SendAsync("mine", """{"text":"Four hikers are missing."}""");
        Assert.EndsWith("idempotency-key-reused", (await Service.ReadAsync(other, 422)).Text("type"), StringComparison.Ordinal);
        using var another = await SendAsync("mine", """{"text":"Four hikers are missing."}""", await service.IssueAsync(Role.Contributor));
        Assert.Equal(201, (int)another.StatusCode);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered()
    {
        using var refused = await SendAsync("second try", """{"text":""}""", malformed: true);
        Assert.Equal(400, (int)refused.StatusCode);
        using var empty = await SendAsync("second-try", """{"text":""}""");
        Assert.Equal(400, (int)empty.StatusCode);
        using var good = await SendAsync("second-try", """{"text":"Five climbers were rescued, one died."}""");
        Assert.Equal(201, (int)good.StatusCode);
    }

    private Task<HttpResponseMessage> SendAsync(string key, string body, string caller = Service.AdminKey, bool malformed = false) =>
        service.WriteAsync(HttpMethod.Post, Documents, body, caller, ("Idempotency-Key", malformed ? "two words" : key));
}
