using CasualtyApi.Extraction;
using CasualtyApi.Ingest;

namespace CasualtyApi.Tests.Features.Documents;

public sealed class ReadDocumentAgainTests(Service service) : IClassFixture<Service>
{
    private const string Text = "At least 14 people were killed in Tavira, the mayor said. Another 9 soldiers were wounded near the port, the mayor said.";

    [Fact]
    public async Task What_is_read_as_before_is_no_change()
    {
        var id = await service.AddAsync("documents", """{"text":"Eight sailors died in the storm, the navy said. He was 44."}""");
        var position = await service.PositionAsync();
        var read = await ReadAgainAsync(id);
        Assert.Equal((0, 0), (read.GetProperty("changes").GetInt32(), read.GetProperty("superseded").GetInt32()));
        Assert.Equal(position, await service.PositionAsync());
    }

    [Fact]
    public async Task What_is_read_again_keeps_its_id_what_is_not_is_superseded_and_what_a_person_touched_stays()
    {
        // An engine of old, that found nothing but these, and all of it a little wrong.
        var people = new PartyReading("people", "People", null, PartyKind.People);
        var document = await service.KeepAsync(new Article(Text, "post"), new HandReading(Text)
            .Says(null, "At least 14 people were killed in Tavira, the mayor said.")
            .Counts("Tavira", people, 1)
            .Counts("the mayor", people, 2)
            .Reading);
        var before = await ClaimsAsync(document);
        await service.CorrectAsync($"claims/{before[1].Id()}", """{"certainty":"likely","reason":"A person was here."}""");

        var read = await ReadAgainAsync(document);
        var after = await ClaimsAsync(document);
        Assert.Equal(1, read.GetProperty("superseded").GetInt32());
        Assert.Equal(("superseded", "candidate"), (after[0].Text("status"), after[1].Text("status")));
        Assert.Equal("likely", after[1].Text("certainty"));
        Assert.True(after.Count > 2, "The engine reads what is there.");

        var again = await ReadAgainAsync(document);
        Assert.Equal(0, again.GetProperty("changes").GetInt32());
        Assert.Equal(after.Select(claim => claim.GetRawText()), (await ClaimsAsync(document)).Select(claim => claim.GetRawText()));
    }

    private async Task<List<System.Text.Json.JsonElement>> ClaimsAsync(long document) =>
        [.. (await service.GetAsync($"{Review.Api}claims?document={document}&status=any&sort=id")).GetProperty("items").EnumerateArray()];

    private async Task<System.Text.Json.JsonElement> ReadAgainAsync(long document)
    {
        using var answer = await service.WriteAsync(HttpMethod.Post, $"{Review.Api}documents/{document}/readings", null);
        return await Service.ReadAsync(answer, 200);
    }
}
