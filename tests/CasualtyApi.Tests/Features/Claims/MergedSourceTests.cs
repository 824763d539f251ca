using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Features.Claims;

/// <summary>Claims keep the source they were read with; every view shows the one it was found to be, and only that.</summary>
public sealed class MergedSourceTests(DrawnService service) : IClassFixture<DrawnService>
{
    private const long Same = 8, Other = 9;

    [Fact]
    public async Task A_merged_source_is_the_other_in_every_view_until_it_is_itself_again()
    {
        var (one, other) = (await ClaimantsAsync(Same), await ClaimantsAsync(Other));
        Assert.NotEmpty(other);

        await MergeAsync(Same);
        foreach (var source in new[] { Same, Other })
        {
            Assert.Equal(one.Union(other).Order(), (await ClaimantsAsync(source)).Order());
            foreach (var view in new[] { "claims?limit=500&", "claims?limit=500&fields=claimant&", "claims?format=ndjson&", "comparisons?limit=500&", "claims/timeline?" })
            {
                var answer = await service.Client.GetStringAsync($"/api/v1/{view}status=any&claimant={source}");
                Assert.DoesNotContain($"\"claimant\":{{\"id\":{Other},", answer, StringComparison.Ordinal);
                Assert.DoesNotContain($"\"originator\":{{\"id\":{Other},", answer, StringComparison.Ordinal);
                Assert.DoesNotContain($"\"claimants\":[{{\"id\":{Other},", answer, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain(await FacetAsync("claimant"), value => value == $"{Other}");
        Assert.Contains(await FacetAsync("claimant"), value => value == $"{Same}");
        var ranges = await service.Client.GetStringAsync($"/api/v1/aggregates?method=range&claimant={Other}");
        Assert.Equal(
            await service.Client.GetStringAsync($"/api/v1/aggregates?method=range&claimant={Same}"),
            ranges.Replace($"claimant={Other}", $"claimant={Same}", StringComparison.Ordinal));

        await MergeAsync(null);
        Assert.Equal(other.Order(), (await ClaimantsAsync(Other)).Order());
        Assert.Contains(await FacetAsync("claimant"), value => value == $"{Other}");
    }

    private Task MergeAsync(long? into) => service.ChangeAsync(
        null, async db => await db.Sources.SingleAsync(source => source.Id == Other), source => source.MergedIntoId = into, ChangeKind.Corrected);

    private async Task<HashSet<long>> ClaimantsAsync(long source) =>
        [.. (await service.GetAsync($"/api/v1/claims?limit=500&status=any&claimant={source}")).GetProperty("items").EnumerateArray().Select(claim => claim.GetProperty("id").GetInt64())];

    private async Task<List<string?>> FacetAsync(string facet) =>
        [.. (await service.GetAsync("/api/v1/claims/facets?limit=500&status=any")).GetProperty(facet).GetProperty("values").EnumerateArray().Select(value => value.GetProperty("value").GetString())];
}
