using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Ingest;

public sealed class SeedsTests
{
    private const string Article = "The ministry said 12 soldiers were killed near Tavira. Officials confirmed 3 civilians were wounded.";

    [Fact]
    public async Task A_second_start_adds_nothing_and_a_new_file_is_picked_up()
    {
        using var seeds = new TestSeeds().Write("b.txt", Article);
        await using var database = TestDatabase.Missing();
        Assert.Empty(await seeds.StartAsync(database));
        var position = await database.SqlAsync("SELECT value FROM counters WHERE name = 'position'");

        Assert.Empty(await seeds.StartAsync(database));
        Assert.Equal(position, await database.SqlAsync("SELECT value FROM counters WHERE name = 'position'"));

        // Its name goes before the other's; ids that were given stay.
        seeds.Write("a.txt", Article + " More was not known.");
        Assert.Empty(await seeds.StartAsync(database));
        Assert.Equal(["seed:b.txt", "seed:a.txt"], await OriginsAsync(database));
    }

    [Fact]
    public async Task Files_come_in_the_ordinal_order_of_their_names()
    {
        using var seeds = new TestSeeds().Write("a.txt", "Lower a.").Write("B.txt", "Upper b.").Write("é.txt", "Accent.").Write("c.md", "No seed.");
        await using var database = TestDatabase.Missing();
        await seeds.StartAsync(database);
        Assert.Equal(["seed:B.txt", "seed:a.txt", "seed:é.txt"], await OriginsAsync(database));
    }

    [Fact]
    public async Task What_is_known_of_an_article_stands_in_the_json_beside_it()
    {
        using var seeds = new TestSeeds().Write("a.txt", Article).Write(
            "a.json", """{"title":"Toll rises","url":"https://daily.example/toll","publisher":"The Daily","date":"2024-12-27"}""");
        await using var database = TestDatabase.Missing();
        Assert.Empty(await seeds.StartAsync(database));

        await using var context = database.Open();
        var document = await context.Documents.Include(document => document.Publisher).Include(document => document.Publications).SingleAsync();
        Assert.Equal(
            ("Toll rises", "https://daily.example/toll", "The Daily", new DateOnly(2024, 12, 27)),
            (document.Title, document.Url, document.Publisher?.Name, document.PublishedAt));
        Assert.Single(document.Publications);
    }

    [Fact]
    public async Task A_broken_file_stops_only_itself_and_says_why()
    {
        using var seeds = new TestSeeds()
            .Write("1-latin.txt", [0x63, 0x61, 0x66, 0xE9])
            .Write("2-nul.txt", "a\0b")
            .Write("3-blank.txt", " \n")
            .Write("4-json.txt", "Good text.").Write("4-json.json", """{"titel":"x"}""")
            .Write("5-json.txt", "Good text 2.").Write("5-json.json", "{")
            .Write("6-json.txt", "Good text 3.").Write("6-json.json", """{"url":"ftp://x.example/a"}""")
            .Write("7-long.txt", new string('x', 300))
            .Write("8-good.txt", Article);
        await using var database = TestDatabase.Missing();

        var errors = await seeds.StartAsync(database, "--Extraction:MaximumLength=200");

        Assert.Equal(["seed:8-good.txt"], await OriginsAsync(database));
        Assert.Collection(
            errors,
            line => Assert.Equal("Seed 1-latin.txt left out: its text is not UTF-8", line),
            line => Assert.Equal("Seed 2-nul.txt left out: its text holds U+0000", line),
            line => Assert.Equal("Seed 3-blank.txt left out: its text is blank", line),
            line => Assert.Equal("Seed 4-json.txt left out: its .json is not as it must be (line 1, $.titel)", line),
            line => Assert.Equal("Seed 5-json.txt left out: its .json is not as it must be (line 1, $)", line),
            line => Assert.Equal("Seed 6-json.txt left out: its .json has an empty member or a url that is not http(s)", line),
            line => Assert.Equal("Seed 7-long.txt left out: its text is longer than Extraction__MaximumLength", line));
    }

    [Fact]
    public async Task The_same_seeds_have_the_same_ids_and_entries_in_every_database()
    {
        using var seeds = new TestSeeds().Write("a.txt", Article).Write("b.txt", await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "seeds", "kursk-north-korean-losses.txt")));
        await using var one = TestDatabase.Missing();
        await using var other = TestDatabase.Missing();
        await seeds.StartAsync(one);
        await seeds.StartAsync(other);

        Assert.Equal(await EntriesAsync(one), await EntriesAsync(other));
        Assert.Equal(2L, await one.SqlAsync("SELECT count(*) FROM documents"));
    }

    [Fact]
    public async Task The_shipped_seeds_are_kept_whole()
    {
        using var seeds = new TestSeeds();
        await using var database = TestDatabase.Missing();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds"))) File.Copy(file, Path.Combine(seeds.Folder, Path.GetFileName(file)));
        Assert.Empty(await seeds.StartAsync(database));
        Assert.Equal("f9b36f1661d9102b696f921a129973a6d2a0d23632cedce3123dfd68122f1285", await database.SqlAsync("SELECT sha256 FROM documents WHERE origin LIKE '%kursk%'"));
    }

    private static async Task<List<string>> EntriesAsync(TestDatabase database)
    {
        await using var context = database.Open();
        var payloads = await context.Changes.OrderBy(change => change.Position).Select(change => change.Payload).ToListAsync();
        return payloads.ConvertAll(payload =>
        {
            var entry = JsonNode.Parse(payload)!.AsObject();
            entry.Remove("at");
            return entry.ToJsonString();
        });
    }

    private static async Task<List<string>> OriginsAsync(TestDatabase database)
    {
        await using var context = database.Open();
        return await context.Documents.OrderBy(document => document.Id).Select(document => document.Origin).ToListAsync();
    }
}
