using CasualtyApi.Extraction;
using CasualtyApi.Ingest;

namespace CasualtyApi.Tests.Features.Comparisons;

/// <summary>Documents as they are kept, through to comparisons and aggregates.</summary>
public sealed class ComparingDocumentsTests(Service service) : IClassFixture<Service>
{
    private static readonly DateOnly Day = new(2025, 1, 5);

    private static readonly SourceReading Ministry = new("Ministry of Erewhon", SourceKind.Government, Country: "PT");

    private static readonly PartyReading Army = new("soldiers", "Erewhon", "PT", PartyKind.Military);

    [Fact]
    public async Task A_relay_is_a_repeat_a_paper_speaks_for_itself_and_residents_are_not_counted()
    {
        await KeepAsync("first", Day, null, Ministry, 12);
        await KeepAsync("relay", Day.AddDays(1), "The Daily", new SourceReading("Ana Reis", SourceKind.Person, Affiliation: Ministry), 12);
        await KeepAsync("own", Day.AddDays(1), "The Daily", null, 40);
        await KeepAsync("unnamed", Day.AddDays(1), "The Daily", new SourceReading("Residents", SourceKind.Unnamed), 20);

        var comparison = (await service.GetAsync("/api/v1/comparisons?party=Erewhon")).GetProperty("items")[0];
        var rows = comparison.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(["Ministry of Erewhon", "The Daily", "Residents"], rows.Select(row => row.GetProperty("originator").GetProperty("name").GetString()));
        Assert.Equal(["own", "other", "other"], rows.Select(row => row.GetProperty("stance").GetString()));
        Assert.Equal([2, 1, 1], rows.Select(row => row.GetProperty("claims").GetArrayLength()));
        Assert.Equal("[[0,1],[0,2],[1,2]]", comparison.GetProperty("contradictions").GetRawText());
        Assert.Equal(2, comparison.GetProperty("independent").GetInt32());
        Assert.Equal("false", comparison.GetProperty("subject").GetProperty("loose").GetRawText());

        var sum = (await service.GetAsync("/api/v1/aggregates?party=Erewhon&method=sum")).GetProperty("items")[0];
        Assert.Equal("""{"low":12,"high":40}""", sum.GetProperty("value").GetRawText());
    }

    private Task<long> KeepAsync(string title, DateOnly published, string? publisher, SourceReading? speaker, long low)
    {
        var text = $"Report {title}: soldiers were killed in Tavira.";
        var reading = new HandReading(text).Says(speaker, "soldiers were killed in Tavira").Counts("soldiers were killed", Army, low, claim => claim with
        {
            Scope = ClaimScope.Incident,
            Period = new("on Sunday", Day, Day),
            Place = new("Tavira", "Tavira", "PT", 37.1, -7.6, PlacePrecision.City),
        });
        return service.KeepAsync(new Article(text, "post", Publisher: publisher, PublishedAt: published), reading.Reading);
    }
}
