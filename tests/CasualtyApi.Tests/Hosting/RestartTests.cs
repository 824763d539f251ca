using System.Net;
using System.Net.Http.Json;

namespace CasualtyApi.Tests.Hosting;

public sealed class RestartTests
{
    [Fact]
    public async Task What_was_answered_before_a_kill_is_answered_the_same_after_the_next_start()
    {
        await using var database = TestDatabase.Missing();
        var first = await AddAsync(database);
        Assert.Equal(first, await AddAsync(database));
    }

    /// <summary>Serves, adds the same document under the same key, and is killed.</summary>
    private static async Task<(string Body, string? Position, string? Location)> AddAsync(TestDatabase database)
    {
        using var service = await ServiceProcess.ServeAsync(
            Path.GetTempPath(), $"--Database:ConnectionString={database.Path}", $"--CASUALTY_ADMIN_KEY={Service.AdminKey}", "--Seeds:Path=");
        using var client = new HttpClient { BaseAddress = service.Address, DefaultRequestHeaders = { Authorization = new("Bearer", Service.AdminKey) } };
        client.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        using var answer = await client.PostAsJsonAsync("/api/v1/documents", new { text = "Seven people drowned off the coast, officials said." });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.GetValues("Ledger-Position").Single(), answer.Headers.Location?.ToString());
    }
}
