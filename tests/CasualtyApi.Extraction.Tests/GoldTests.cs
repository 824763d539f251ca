using System.Text.Json.Nodes;
using CasualtyApi.Tests;

namespace CasualtyApi.Extraction.Tests;

/// <summary>The seed article reads exactly as its gold file says, and so does the same article about other people.</summary>
public sealed class GoldTests
{
    private static readonly JsonNode Gold =
        SharedData.Folder is null ? new JsonObject() : JsonNode.Parse(File.ReadAllText(SharedData.Path("gold/kursk-north-korean-losses.json")))!;

    private static readonly Lazy<Reading> Seed = new(() =>
        ArticleReader.Default.Read(File.ReadAllText(SharedData.Path("seeds/kursk-north-korean-losses.txt"))));

    [SharedFact]
    public void The_seed_has_the_statements_of_the_gold_file()
    {
        var optional = Gold["optionalStatements"]!.AsArray().Select(statement => Span(statement!)).ToHashSet();
        var read = Seed.Value.Statements.Where(statement => !optional.Contains(statement.Span)).Select(Show);

        Assert.Equal(Gold["statements"]!.AsArray().Select(statement => Show(statement!)), read);
    }

    [SharedFact]
    public void The_seed_has_the_claims_of_the_gold_file_and_no_other()
    {
        var keys = Gold["claims"]!.AsArray().Select(claim => claim!).OrderBy(claim => (int)claim["start"]!).ToList();

        Assert.Equal(keys.Select(claim => Show(claim, keys)), Seed.Value.Claims.Select(Show));
    }

    [SharedFact]
    public void Kirby_speaks_for_the_White_House_which_is_of_the_government()
    {
        var kirby = Seed.Value.Statements[2].Speaker!;

        Assert.Equal("White House national security spokesperson", kirby.Role);
        Assert.Equal("White House", kirby.Affiliation!.Name);
        Assert.Equal("United States government", kirby.Originator.Name);
        Assert.Same(kirby, Seed.Value.Statements[3].Speaker);
    }

    private static Span Span(JsonNode node) => new((int)node["start"]!, (int)node["end"]!);

    private static string Show(JsonNode gold) => string.Join(" | ",
        (string)gold["kind"]!, Span(gold), (string)gold["speaker"]!, (string)gold["speakerText"]!, (string)gold["cue"]!,
        (string?)gold["speakerKind"] ?? "government", string.Join(", ", gold["alsoSpeakers"]?.AsArray().Select(name => (string)name!) ?? []));

    private static string Show(StatementReading statement) => string.Join(" | ",
        Kebab(statement.Kind), statement.Span, statement.Speaker!.Name, statement.SpeakerText, statement.Cue,
        Kebab(statement.Speaker.Kind), string.Join(", ", statement.AlsoSpeakers.Select(source => source.Name)));

    private static string Show(JsonNode gold, List<JsonNode> all)
    {
        var repeats = (string?)gold["repeats"] is { } key ? all.FindIndex(claim => (string)claim["key"]! == key) : (int?)null;
        var (count, party, place) = (gold["count"]!, gold["party"]!, gold["place"]);
        return string.Join(" | ",
            Span(gold), (string)gold["text"]!, (string)gold["category"]!, (string?)gold["cause"],
            (string?)count["text"], (string)count["relation"]!, (long?)count["low"], (long?)count["high"],
            (string)party["text"]!, (string)party["name"]!, (string)party["country"]!, (string)party["kind"]!,
            (string)gold["claimant"]!, (string?)gold["certainty"] ?? "stated", (string?)gold["scope"] ?? "unspecified",
            (string?)gold["period"]?["text"],
            place is null ? "" : $"{(string)place["text"]!} {(string)place["name"]!} {(string)place["country"]!} {(string)place["precision"]!}", repeats);
    }

    private static string Show(ClaimReading claim) => string.Join(" | ",
        claim.Span, claim.Text, Kebab(claim.Category), claim.Cause,
        claim.Count.Text, Kebab(claim.Count.Relation), claim.Count.Low, claim.Count.High,
        claim.Party.Text, claim.Party.Name, claim.Party.Country, Kebab(claim.Party.Kind),
        claim.Claimant?.Name, Kebab(claim.Certainty), Kebab(claim.Scope),
        claim.Period?.Text,
        claim.Place is { } place ? $"{place.Text} {place.Name} {place.Country} {Kebab(place.Precision)}" : "", claim.Repeats);

    private static string Kebab<T>(T value)
        where T : struct, Enum => KebabCase.Of(value);
}
