using System.Globalization;
using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Queries;

/// <summary>Claims written in a line: <c>1 Kyiv &gt;=40 day:01-05 at:Kharkiv; 2 ?residents 12 part:1</c>. Specs/methods.md explains the words.</summary>
internal static class ClaimScript
{
    private static readonly Dictionary<string, long> Ids = new(StringComparer.Ordinal);

    public static IReadOnlyList<SelectedClaim> Read(string script) =>
        [.. script.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Claim)];

    private static SelectedClaim Claim(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var id = Number(words[0]);
        var (relation, low, high) = Count(words[2]);
        var claim = new SelectedClaim
        {
            Id = id,
            DocumentId = id,
            Party = new(IdOf("people"), "people", PartyKind.People),
            Category = CasualtyCategory.Killed,
            Relation = relation,
            Low = low,
            High = high,
            Scope = ClaimScope.Unspecified,
            Originator = Voice(words[1], id),
        };
        return words.Skip(3).Aggregate(claim, With);
    }

    private static Originator Voice(string word, long documentId)
    {
        var (name, grade) = word.Split(':') is [var graded, var letter] ? (graded, letter) : (word, null);
        return name == "-" ? Originator.Unpublished(documentId)
            : new(IdOf(name), null, name, name[0] == '?' ? SourceKind.Unnamed : SourceKind.Organization, grade);
    }

    private static (CountRelation Relation, long? Low, long? High) Count(string word) => word switch
    {
        "heavy" => (CountRelation.Unquantified, null, null),
        "dozens" => (CountRelation.Vague, 24, null),
        ['>', '=', .. var number] => (CountRelation.AtLeast, Number(number), null),
        ['>', .. var number] => (CountRelation.MoreThan, Number(number), null),
        ['<', '=', .. var number] => (CountRelation.AtMost, null, Number(number)),
        ['<', .. var number] => (CountRelation.LessThan, null, Number(number)),
        ['~', .. var number] => (CountRelation.About, Number(number), Number(number)),
        _ when word.Split("..") is [var low, var high] => (CountRelation.Between, Number(low), Number(high)),
        _ => (CountRelation.Exactly, Number(word), Number(word)),
    };

    private static SelectedClaim With(SelectedClaim claim, string word) => word.Split(':') switch
    {
        ["day", var days] => claim with { Scope = ClaimScope.Incident, Period = Period(days) },
        ["at", var place] => claim with { Scope = ClaimScope.Incident, Place = Place(place) },
        ["period"] => claim with { Scope = ClaimScope.Period },
        ["period", var days] => claim with { Scope = ClaimScope.Period, Period = Period(days) },
        ["total"] => claim with { Scope = ClaimScope.Total },
        ["total", var days] => claim with { Scope = ClaimScope.Total, Period = Period(days) },
        ["rate"] => claim with { Scope = ClaimScope.Rate },
        ["in", var place] => claim with { Place = Place(place) },
        ["pub", var day] => claim with { PublishedAt = Day(day) },
        ["doc", var document] => claim with { DocumentId = Number(document) },
        ["repeats", var other] => claim with { Repeats = Number(other) },
        ["part", var other] => claim with { PartOf = Number(other) },
        ["updates", var other] => claim with { Updates = Number(other) },
        ["of", var kind] => claim with { Party = new(IdOf(kind), kind, Kebab.Parse<PartyKind>(kind)) },
        ["mixed", var members] => claim with
        {
            Category = CasualtyCategory.Mixed,
            MixedOf = [.. members.Split('+').Select(Kebab.Parse<CasualtyCategory>)],
        },
        ["denied"] => claim with { Certainty = Certainty.Denied },
        [var other] when Kebab.TryParse<ClaimStatus>(other, out var status) => claim with { Status = status },
        [var other] => claim with { Category = Kebab.Parse<CasualtyCategory>(other) },
        _ => throw new FormatException($"'{word}' is no word of a claim."),
    };

    private static SubjectPlace Place(string words) => words.Split('/') is [var name, .. var rest]
        ? new(IdOf(words), name, rest.ElementAtOrDefault(1) ?? "UA", Kebab.Parse<PlacePrecision>(rest.FirstOrDefault() ?? "city"))
        : throw new FormatException(words);

    /// <summary>One day, or two with ".." between; either may be missing.</summary>
    private static SubjectPeriod Period(string words) => words.Split("..") switch
    {
        [var start, var end] => new(null, start.Length == 0 ? null : Day(start), end.Length == 0 ? null : Day(end)),
        _ => new(null, Day(words), Day(words)),
    };

    /// <summary>01-05 is 5 January 2025.</summary>
    private static DateOnly Day(string word) =>
        DateOnly.ParseExact(word.Length == 5 ? "2025-" + word : word, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static long Number(string word) => long.Parse(word, CultureInfo.InvariantCulture);

    private static long IdOf(string name)
    {
        lock (Ids)
        {
            return Ids.TryGetValue(name, out var id) ? id : Ids[name] = Ids.Count + 1;
        }
    }
}
