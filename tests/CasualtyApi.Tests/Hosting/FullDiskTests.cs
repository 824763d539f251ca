using System.Text;

namespace CasualtyApi.Tests.Hosting;

/// <summary>A service that may fill no byte more of its disk, as where the disk is all but full.</summary>
public sealed class FullDiskService : Service
{
    public FullDiskService()
        : base(("Database:ReservedBytes", $"{long.MaxValue}"), ("Seeds:Path", ""))
    {
    }
}

public sealed class FullDiskTests(FullDiskService service) : IClassFixture<FullDiskService>
{
    [Theory]
    [InlineData("documents", """{"text":"Seven people drowned off the coast, officials said."}""")]
    [InlineData("sources", """{"name":"Coast guard","kind":"government"}""")]
    public async Task A_change_is_refused_before_anything_is_written_and_reading_goes_on(string list, string body)
    {
        using var refused = await service.WriteAsync(HttpMethod.Post, Review.Api + list, body, Service.AdminKey);
        var problem = await Service.ReadAsync(refused, 507);
        Assert.Equal("storage-full", problem.Slug());
        Assert.Equal(0, await service.PositionAsync());
        Assert.Equal(0, (await service.GetAsync(Review.Api + list)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_line_of_an_import_says_so_for_itself()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Review.Api + "documents/import")
        {
            Content = new StringContent("""{"text":"Two miners were killed."}""", Encoding.UTF8, "application/x-ndjson"),
            Headers = { Authorization = new("Bearer", Service.AdminKey) },
        };
        using var answer = await service.Client.SendAsync(request);
        Assert.Contains("storage-full", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await service.PositionAsync());
    }
}
