using System.Globalization;
using System.Net;

namespace CasualtyApi.Tests.Hosting;

public sealed class DrainTests
{
    [Fact]
    public async Task A_service_told_to_stop_says_so_answers_what_comes_and_ends_well()
    {
        await using var database = TestDatabase.Missing();
        using var service = await ServiceProcess.ServeAsync(
            Path.GetTempPath(), $"--Database:ConnectionString={database.Path}", "--Drain:Seconds=3");
        using var client = new HttpClient { BaseAddress = service.Address };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);

        await Programs.RunAsync("/", "kill", "-TERM", service.Id.ToString(CultureInfo.InvariantCulture));
        var probe = await client.GetAsync("/health/ready");
        while (probe.StatusCode == HttpStatusCode.OK) probe = await client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, probe.StatusCode);
        Assert.Contains("being stopped", await probe.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"total\":6", await client.GetStringAsync("/api/v1/claims"), StringComparison.Ordinal);
        Assert.Equal(0, (await service.EndAsync()).Code);
    }
}
