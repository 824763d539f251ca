using System.ServiceModel.Syndication;
using System.Xml;
using CasualtyApi.Extraction;
using CasualtyApi.Ingest;

namespace CasualtyApi.Tests.Features.Changes;

public sealed class ChangeStreamTests(Service service) : IClassFixture<Service>
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Whoever_listens_hears_every_change_and_goes_on_where_the_connection_broke()
    {
        var position = (await service.GetAsync("/status")).GetProperty("position").GetInt64();
        Assert.Equal(Positions(1, 5), await HearAsync("/api/v1/changes/stream", 5));
        Assert.Equal(Positions(6, position), await HearAsync("/api/v1/changes/stream?after=1", (int)position - 5, ("Last-Event-ID", "5")));

        var listening = HearAsync($"/api/v1/changes/stream?after={position}", 1);
        await service.KeepAsync(new Article($"Nothing happened after {position}.", "post"), Reading.Empty);
        Assert.Equal([position + 1], await listening);
    }

    [Theory]
    [InlineData("/api/v1/changes/stream?after=999999", "after", null)]
    [InlineData("/api/v1/changes/stream", "Last-Event-ID", "999999")]
    [InlineData("/api/v1/changes/stream", "Last-Event-ID", "x")]
    public async Task A_position_that_is_none_of_this_ledger_is_refused(string address, string name, string? lastEventId)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, address, lastEventId is null ? [] : [("Last-Event-ID", lastEventId)]);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains(name, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_is_atom_and_newest_first()
    {
        using var xml = XmlReader.Create(new StringReader(await service.Client.GetStringAsync("/api/v1/changes.atom?limit=5")));
        var items = SyndicationFeed.Load(xml).Items.ToList();

        Assert.Equal(5, items.Count);
        Assert.Equal(5, items.Select(item => item.Id).Distinct().Count());
        Assert.All(items, item => Assert.StartsWith("ni:///sha-256;", item.Id, StringComparison.Ordinal));
        Assert.True(items[0].LastUpdatedTime >= items[^1].LastUpdatedTime);
    }

    [Theory]
    [InlineData("/api/v1/changes.atom?limit=20", "gzip")]
    [InlineData("/api/v1/changes.atom?limit=20", "br")]
    [InlineData("/api/v1/exports/claims.csv", "gzip")]
    [InlineData("/api/v1/claims?format=geojson", "br")]
    public async Task A_validator_names_the_coding_it_is_of(string address, string coding)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, address, ("Accept-Encoding", coding));

        Assert.EndsWith($"-{answer.Content.Headers.ContentEncoding.SingleOrDefault() ?? "identity"}\"", answer.Headers.ETag!.Tag, StringComparison.Ordinal);
    }

    private static long[] Positions(long first, long last) => [.. Enumerable.Range((int)first, (int)(last - first + 1)).Select(position => (long)position)];

    // The client that holds answers against the contract reads them to their end, and this one has none.
    private async Task<long[]> HearAsync(string address, int count, params (string Name, string Value)[] headers)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var client = new HttpClient { BaseAddress = service.Client.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(limit.Token));
        var heard = new List<long>();
        while (heard.Count < count && await lines.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) heard.Add(long.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture));
        }

        return [.. heard];
    }
}
