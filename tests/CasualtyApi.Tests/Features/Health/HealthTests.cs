namespace CasualtyApi.Tests.Features.Health;

[Collection(SeededService.Name)]
public sealed class HealthTests(Service service)
{
    [Fact]
    public async Task Probes_answer()
    {
        Assert.Equal("live", (await service.GetAsync("/health/live")).GetProperty("status").GetString());
        Assert.Equal("ready", (await service.GetAsync("/health/ready")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Status_says_what_is_loaded_and_names_the_database()
    {
        var status = await service.GetAsync("/status");

        await using var context = service.Open();
        Assert.Equal((ServiceDatabase.Provider, context.Whereabouts), (status.GetProperty("database").Text("provider"), status.GetProperty("database").Text("name")));
        Assert.Equal(6, status.GetProperty("records").GetProperty("claims").GetInt32());
        Assert.Equal(
            (await service.GetAsync("/api/v1/statements")).GetProperty("total").GetInt32(),
            status.GetProperty("records").GetProperty("statements").GetInt32());
    }
}
