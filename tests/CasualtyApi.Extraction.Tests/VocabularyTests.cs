using System.Globalization;
using System.Text;

namespace CasualtyApi.Extraction.Tests;

/// <summary>The shape promised in <c>Vocabulary/README.md</c>, held over the files as they are embedded.</summary>
public sealed class VocabularyTests
{
    private const string PartyKinds = "military armed-group police civilians children women medics press aid-workers prisoners people";
    private const string PersonFlags = "collective members pair plural-only status role private peer kin rank title";
    private const string SpeechClasses = "say tell claim deny estimate accuse ask confirm indicate think other";
    private const string Prepositions = "of to about for against on over at in with by";
    private const string SourceKinds = "government military armed-group intergovernmental organization media analyst";

    /// <summary>File, header, and how many rows it has at least.</summary>
    public static TheoryData<string, string, int> Files => new()
    {
        { "countries", "code name demonyms aliases seats", 250 },
        { "person-nouns", "noun plural kind flags", 900 },
        { "verbs", "lemma past participle flags", 2000 },
        { "reporting-verbs", "lemma class frames flags", 220 },
        { "reporting-nouns", "noun class flags", 200 },
        { "reporting-adjectives", "adjective class frames", 20 },
        { "titles", "title kind gender", 300 },
        { "organizations", "name kind country affiliation aliases", 450 },
        { "places", "name country lat lon precision population aliases", 10_000 },
        { "given-names", "name gender", 1500 },
        { "nouns-not-people", "noun kind flags", 350 },
        { "adjectives", "adjective kind", 500 },
    };

    public static TheoryData<string> FileNames => [.. Files.Select(file => (string)file[0])];

    /// <summary>File, column, whether the cell may be empty, and the values it may hold.</summary>
    public static TheoryData<string, int, bool, string> Choices => new()
    {
        { "person-nouns", 2, false, PartyKinds },
        { "person-nouns", 3, true, PersonFlags },
        { "verbs", 3, true, "double double-either noun adj" },
        { "reporting-verbs", 1, false, SpeechClasses },
        { "reporting-verbs", 2, false, "that quote np inf inverted as " + Prepositions },
        { "reporting-verbs", 3, true, "weak document thing" },
        { "reporting-nouns", 1, false, SpeechClasses },
        { "reporting-adjectives", 1, false, SpeechClasses },
        { "reporting-adjectives", 2, false, "that " + Prepositions },
        { "reporting-nouns", 2, true, "document plural-only" },
        { "titles", 1, false, "military police government religious academic courtesy royal role" },
        { "titles", 2, true, "m f" },
        { "organizations", 1, false, SourceKinds },
        { "places", 4, false, "city region" },
        { "given-names", 1, false, "m f u" },
        { "nouns-not-people", 1, false, "equipment weapon time distance money weight area event building wound other" },
        { "nouns-not-people", 2, true, "plural limb bone civil" },
        { "adjectives", 1, false, "size age sex status affiliation people-name other" },
    };

    [Theory, MemberData(nameof(Files))]
    public void A_file_has_its_header_and_enough_rows(string file, string header, int atLeast)
    {
        var text = Text(file);

        Assert.Equal("#" + header.Replace(' ', '\t'), text[..text.IndexOf('\n', StringComparison.Ordinal)]);
        Assert.True(Rows(file).Length >= atLeast, $"{file} has only {Rows(file).Length} rows");
    }

    [Theory, MemberData(nameof(FileNames))]
    public void A_row_has_every_column_and_no_stray_space(string file)
    {
        var columns = Text(file).Split('\n')[0].Split('\t').Length;
        Assert.DoesNotContain('\r', Text(file));
        Assert.EndsWith("\n", Text(file), StringComparison.Ordinal);

        Assert.Empty(Rows(file).Where(row => row.Length != columns || row[0].Length == 0).Select(row => row[0]));
        Assert.Empty(Rows(file).Where(row => row.Any(HasStraySpace)).Select(row => row[0]));
    }

    [Theory, MemberData(nameof(FileNames))]
    public void Rows_stand_in_ordinal_order_and_once(string file)
    {
        var rows = Rows(file);
        var key = file == "places" ? (Func<string[], string>)(row => string.Join('\t', row[..5])) : row => row[0].ToUpperInvariant();

        Assert.Empty(rows.Zip(rows.Skip(1)).Where(pair => InUtf8Order(pair.First[0], pair.Second[0]) > 0).Select(pair => pair.Second[0]));
        Assert.Empty(rows.GroupBy(key).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Theory, MemberData(nameof(Choices))]
    public void A_cell_of_choices_holds_only_those(string file, int column, bool mayBeEmpty, string choices)
    {
        var known = choices.Split(' ').ToHashSet(StringComparer.Ordinal);
        if (mayBeEmpty)
            known.Add("");

        Assert.Empty(Rows(file).Where(row => !row[column].Split(';').All(known.Contains)).Select(row => $"{row[0]}: {row[column]}"));
    }

    [Fact]
    public void A_country_is_called_by_no_other_countrys_name()
    {
        var names = Rows("countries").SelectMany(row => Values(row[1], row[2], row[3]).Select(name => (Name: name, Code: row[0])));

        Assert.Empty(names.GroupBy(pair => pair.Name).Where(group => group.Distinct().Count() > 1).Select(group => group.Key));
        Assert.All(Rows("countries"), row => Assert.Matches("^[A-Z]{2}$", row[0]));
    }

    [Fact]
    public void A_plural_stands_for_one_noun()
    {
        var rows = Rows("person-nouns");
        var plurals = rows.Where(row => row[1].Length > 0 && row[1] != row[0]).Select(row => row[1]).ToArray();

        Assert.Equal(plurals.Length, plurals.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(plurals.Intersect(rows.Select(row => row[0]), StringComparer.Ordinal));
    }

    [Fact]
    public void A_verb_has_both_irregular_forms_or_neither() =>
        Assert.Empty(Rows("verbs").Where(row => row[1].Length > 0 != row[2].Length > 0).Select(row => row[0]));

    [Fact]
    public void A_verb_that_reports_is_a_verb()
    {
        var verbs = Rows("verbs").Select(row => row[0]);

        Assert.Empty(Rows("reporting-verbs").Select(row => row[0].Split(' ')[0]).Except(verbs, StringComparer.Ordinal));
    }

    [Fact]
    public void An_organization_speaks_for_another_row_or_a_government()
    {
        var known = Rows("organizations").Select(row => row[0])
            .Concat(Rows("countries").Select(row => row[1] + " government"))
            .Append("").ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Rows("organizations").Where(row => !known.Contains(row[3]) || row[3] == row[0]).Select(row => $"{row[0]}: {row[3]}"));
    }

    [Fact]
    public void The_affiliations_of_organizations_end()
    {
        var above = Rows("organizations").ToDictionary(row => row[0], row => row[3], StringComparer.Ordinal);

        foreach (var name in above.Keys)
        {
            var (top, steps) = (name, 0);
            while (above.TryGetValue(top, out var next) && next.Length > 0)
                (top, steps) = (next, steps + 1);
            Assert.True(steps < 5, name);
        }
    }

    [Fact]
    public void An_organization_is_called_by_no_other_organizations_name()
    {
        var names = Rows("organizations").SelectMany(row => Values(row[0], row[4]).Select(name => (Name: name, Of: row[0])));

        Assert.Empty(names.GroupBy(pair => pair.Name).Where(group => group.Distinct().Count() > 1).Select(group => group.Key));
    }

    [Theory]
    [InlineData("organizations", 2)]
    [InlineData("places", 1)]
    public void A_country_code_is_one_of_the_countries(string file, int column)
    {
        var codes = Rows("countries").Select(row => row[0]).Append("").ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Rows(file).Where(row => !codes.Contains(row[column])).Select(row => row[0]));
    }

    [Fact]
    public void A_place_lies_on_the_earth()
    {
        foreach (var row in Rows("places"))
        {
            Assert.True(row[2].Length > 0 == row[3].Length > 0, row[0]);
            if (row[2].Length == 0)
                continue;
            Assert.Matches(@"^-?\d{1,2}\.\d{4}$", row[2]);
            Assert.Matches(@"^-?\d{1,3}\.\d{4}$", row[3]);
            Assert.InRange(double.Parse(row[2], CultureInfo.InvariantCulture), -90, 90);
            Assert.InRange(double.Parse(row[3], CultureInfo.InvariantCulture), -180, 180);
        }
    }

    [Fact]
    public void A_city_of_one_name_stands_at_most_three_times() =>
        Assert.Empty(Rows("places").Where(row => row[4] == "city").GroupBy(row => row[0]).Where(group => group.Count() > 3).Select(group => group.Key));

    [Fact]
    public void The_places_stay_below_three_megabytes() => Assert.InRange(Encoding.UTF8.GetByteCount(Text("places")), 1, 3_000_000);

    private static bool HasStraySpace(string cell) =>
        cell.Length > 0 && cell.Split(';').Any(value => value.Length == 0 || value != value.Trim() || value.Contains("  ", StringComparison.Ordinal));

    private static IEnumerable<string> Values(params string[] cells) =>
        cells.SelectMany(cell => cell.Split(';', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As the files are sorted: by bytes, which UTF-16 order is not beyond the basic plane.</summary>
    private static int InUtf8Order(string left, string right) =>
        Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    private static string[][] Rows(string file) =>
        [.. Text(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];

    private static string Text(string file)
    {
        using var stream = typeof(ArticleReader).Assembly.GetManifestResourceStream($"en/{file}.tsv");
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
