namespace CasualtyApi.Tests.Features.Claims;

/// <summary>An installation of one person, who may decide on what they added.</summary>
public sealed class OnePersonService : SampledService
{
    public OnePersonService()
        : base(("Review:AllowOwn", "true"))
    {
    }
}

public sealed class OwnContributionTests(OnePersonService service) : IClassFixture<OnePersonService>
{
    [Fact]
    public async Task Where_it_is_allowed_a_reviewer_decides_on_what_the_same_key_corrected_and_the_ledger_shows_both()
    {
        var position = await service.PositionAsync();
        await service.CorrectAsync("claims/10", """{"scope":"period","reason":"It is a window."}""");
        Assert.Equal("accepted", (await service.DecideAsync(10, """{"decision":"accept","reason":"The words say so."}""")).Text("status"));

        var actors = (await service.GetAsync($"/api/v1/changes?after={position}")).GetProperty("items").EnumerateArray().Select(change => change.Text("actor")).ToList();
        Assert.Equal(2, actors.Count);
        Assert.Single(actors.Distinct());
    }
}
