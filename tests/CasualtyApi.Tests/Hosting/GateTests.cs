using CasualtyApi.Tests.Features.Keys;

namespace CasualtyApi.Tests.Hosting;

/// <summary>What is configured about who may ask, by which name, through whom and from which page.</summary>
public sealed class GateTests
{
    private const string Keys = "/api/v1/keys";
    private const string Claim = "/api/v1/claims/3";

    [Fact]
    public async Task Another_host_is_refused_with_a_problem_that_is_hardened()
    {
        await using var service = await StartAsync(("AllowedHosts", "127.0.0.1;*.casualty.example"));
        using var wrong = await service.SendAsync(HttpMethod.Get, Claim, ("Host", "elsewhere.example"));
        using var right = await service.SendAsync(HttpMethod.Get, Claim, ("Host", "eu.casualty.example"));

        Assert.Equal("/problems/host-not-allowed", (await Service.ReadAsync(wrong, 400)).GetProperty("type").GetString());
        Assert.Equal(200, (int)right.StatusCode);
        SecurityTests.AssertHardened(wrong);
    }

    [Fact]
    public async Task A_configured_proxy_says_for_whom_it_asks_and_a_client_behind_it_cannot()
    {
        await using var service = await StartAsync(("Proxies:Known", "127.0.0.1;10.0.0.0/8"), ("RateLimits:ReadsPerMinute", "2"));
        var statuses = new List<int>();
        foreach (var chain in (string[])["203.0.113.7", "203.0.113.7, 10.1.2.3", "198.51.100.1, 203.0.113.7", "203.0.113.8"])
        {
            using var answer = await service.SendAsync(HttpMethod.Get, Claim, ("X-Forwarded-For", chain));
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([200, 200, 429, 200], statuses);
    }

    [Fact]
    public async Task Pages_of_configured_origins_may_write_and_no_others()
    {
        await using var service = await StartAsync(("Cors:WritingOrigins", "https://desk.example"));

        Assert.Equal("https://desk.example", await AllowedAsync(service, "https://desk.example"));
        Assert.Null(await AllowedAsync(service, "https://other.example"));
    }

    [Fact]
    public async Task Security_txt_says_whom_to_tell()
    {
        await using var service = await StartAsync(("SecurityTxt:Contact", "mailto:desk@casualty.example"), ("SecurityTxt:Expires", "2099-01-02T03:04:05Z"));
        using var answer = await service.SendAsync(HttpMethod.Get, "/.well-known/security.txt");
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Contact: mailto:desk@casualty.example", lines);
        Assert.Contains("Expires: 2099-01-02T03:04:05Z", lines);
    }

    [Fact]
    public async Task A_secret_is_in_no_file_of_the_database()
    {
        await using var service = await StartAsync();
        using var made = await service.WriteAsync(HttpMethod.Post, Keys, """{"name":"A desk","role":"reader"}""");
        var secret = (await Service.ReadAsync(made, 201)).GetProperty("secret").GetString()!;
        await using var database = service.Open();

        Assert.All(Directory.EnumerateFiles(Path.GetDirectoryName(database.Whereabouts)!), file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            Assert.Equal((-1, -1), (Find(bytes, secret), Find(bytes, Service.AdminKey)));
        });
    }

    private static int Find(byte[] bytes, string secret) => bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret));

    private static async Task<string?> AllowedAsync(Service service, string origin)
    {
        using var asked = await service.SendAsync(HttpMethod.Options, Keys,
            ("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,content-type"));
        using var answer = await service.WriteAsync(HttpMethod.Post, Keys, "{}", Service.AdminKey, ("Origin", origin));
        var allowed = new[] { asked, answer }.Select(one => one.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? origins.Single() : null).ToList();
        Assert.Equal(allowed[0], allowed[1]);
        return allowed[0];
    }

    private static async Task<OwnService> StartAsync(params (string Name, string Value)[] settings)
    {
        var service = new OwnService(settings);
        await service.InitializeAsync();
        return service;
    }
}
