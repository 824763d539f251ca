namespace CasualtyApi.Tests.Features.Changes;

[Collection(SeededService.Name)]
public sealed class ListChangesTests(Service service)
{
    [Fact]
    public async Task Whoever_goes_on_after_the_last_position_sees_every_change_once()
    {
        var positions = new List<long>();
        long after = 0;
        while (true)
        {
            var page = await service.GetAsync($"/api/v1/changes?after={after}&limit=7");
            positions.AddRange(page.GetProperty("items").EnumerateArray().Select(change => change.GetProperty("position").GetInt64()));
            var next = page.GetProperty("next").GetInt64();
            if (next == after)
            {
                break;
            }

            after = next;
        }

        Assert.Equal(Enumerable.Range(1, positions.Count).Select(position => (long)position), positions);
        Assert.Equal((await service.GetAsync("/status")).GetProperty("position").GetInt64(), positions[^1]);
    }

    [Fact]
    public async Task A_change_shows_the_record_and_no_words_of_the_document()
    {
        var page = await service.GetAsync("/api/v1/changes?record=claim&limit=1");
        var change = page.GetProperty("items")[0];

        Assert.Equal(
            ["position", "at", "actor", "kind", "record", "recordId", "revision", "reason", "before", "after"],
            change.EnumerateObject().Select(member => member.Name));
        Assert.Equal("killed-or-injured", change.GetProperty("after").GetProperty("category").GetString());
        Assert.DoesNotContain("significant losses", change.GetRawText(), StringComparison.Ordinal);
    }
}
