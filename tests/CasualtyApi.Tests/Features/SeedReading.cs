using System.Text.Json;
using CasualtyApi.Extraction;
using CasualtyApi.Ingest;

namespace CasualtyApi.Tests.Features;

/// <summary>The seed as its gold file says it must be read, for tests of what is served rather than of what is read.</summary>
internal sealed class SeedReading
{
    private readonly JsonElement _gold;
    private readonly Dictionary<string, SourceReading> _sources = [];
    private readonly Dictionary<string, int> _keys = [];

    private SeedReading(JsonElement gold) => _gold = gold;

    public static Article Article { get; } = new(
        File.ReadAllText(Path.Combine(Repository.Root, "seeds", "kursk-north-korean-losses.txt")), "seed:kursk-north-korean-losses.txt");

    public static Reading Create()
    {
        var path = Path.Combine(Repository.Root, "tests", "CasualtyApi.Tests", "Features", "seed-gold.json");
        using var gold = JsonDocument.Parse(File.ReadAllText(path));
        return new SeedReading(gold.RootElement).Read();
    }

    private Reading Read()
    {
        List<StatementReading> statements = [.. _gold.GetProperty("statements").EnumerateArray().Select(Statement)];
        var claims = _gold.GetProperty("claims").EnumerateArray()
            .OrderBy(claim => claim.GetProperty("start").GetInt32()).Select(Claim).ToList();
        return new(statements, claims);
    }

    private StatementReading Statement(JsonElement gold, int index)
    {
        _keys[gold.GetProperty("key").GetString()!] = index;
        var also = gold.TryGetProperty("alsoSpeakers", out var names) ? names.EnumerateArray().Select(name => Source(name.GetString()!)) : [];
        return new(
            Enum.Parse<StatementKind>(Word(gold, "kind")!, ignoreCase: true), Span(gold), Word(gold, "text")!, Speaker(gold), [.. also],
            Word(gold, "speakerText"), null, Word(gold, "cue"), []);
    }

    private SourceReading Speaker(JsonElement gold)
    {
        var name = Word(gold, "speaker")!;
        if (!_sources.TryGetValue(name, out var source))
        {
            var government = name is "John Kirby" or "U.S. officials" ? _sources["United States government"] : null;
            var affiliation = name == "John Kirby" ? new("White House", SourceKind.Government, null, "US", government) : government;
            var kind = Word(gold, "speakerKind") ?? "government";
            _sources[name] = source = new(
                name, Enum.Parse<SourceKind>(kind, ignoreCase: true), Word(gold, "speakerRole"), Word(gold, "speakerCountry"), affiliation);
        }

        return source;
    }

    private SourceReading Source(string name)
    {
        var known = name == "United States" ? "United States government" : name;
        return _sources.TryGetValue(known, out var source) ? source : _sources[known] = new(known, SourceKind.Government);
    }

    private ClaimReading Claim(JsonElement gold, int index)
    {
        _keys[Word(gold, "key")!] = index;
        var (count, party) = (gold.GetProperty("count"), gold.GetProperty("party"));
        return new()
        {
            Statement = _keys[Word(gold, "statement")!],
            Span = Span(gold),
            Text = Word(gold, "text")!,
            Category = Term<CasualtyCategory>(gold, "category"),
            Cause = Word(gold, "cause"),
            Count = new(Word(count, "text"), Term<CountRelation>(count, "relation"), Number(count, "low"), Number(count, "high")),
            Party = new(Word(party, "text"), Word(party, "name")!, Word(party, "country"), PartyKind.Military),
            Place = gold.TryGetProperty("place", out var place)
                ? new(Word(place, "text")!, Word(place, "name")!, Word(place, "country"), null, null, PlacePrecision.Region) : null,
            Period = gold.TryGetProperty("period", out var period) ? new(Word(period, "text")!, null, null) : null,
            Scope = Word(gold, "scope") is null ? ClaimScope.Unspecified : Term<ClaimScope>(gold, "scope"),
            Certainty = Word(gold, "certainty") is null ? Certainty.Stated : Term<Certainty>(gold, "certainty"),
            Claimant = _sources[Word(gold, "claimant")!],
            Repeats = Word(gold, "repeats") is { } key ? _keys[key] : null,
            Rules = ["counts.more-than"],
        };
    }

    private static TTerm Term<TTerm>(JsonElement gold, string name) where TTerm : struct, Enum =>
        Enum.Parse<TTerm>(Word(gold, name)!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static long? Number(JsonElement gold, string name) =>
        gold.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : null;

    private static string? Word(JsonElement gold, string name) => gold.TryGetProperty(name, out var word) ? word.GetString() : null;

    private static Span Span(JsonElement gold) => new(gold.GetProperty("start").GetInt32(), gold.GetProperty("end").GetInt32());
}
