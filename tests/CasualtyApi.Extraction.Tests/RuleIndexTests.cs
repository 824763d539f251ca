using CasualtyApi.Extraction.Attribution;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;
using CasualtyApi.Tests;

namespace CasualtyApi.Extraction.Tests;

/// <summary>A rule's id leads to its file, its row in docs/extraction.md is true, and it reads its own example.</summary>
public sealed class RuleIndexTests
{
    private const string Folder = "src/CasualtyApi.Extraction";

    public static TheoryData<string> Ids => [.. RuleIndex.All.Select(rule => rule.Id)];

    [Fact]
    public void The_documentation_lists_every_rule() => Documentation.AssertPart("docs/extraction.md", "rules", string.Join('\n',
        (string[])["| rule | what it reads | example | file |", "|---|---|---|---|", .. RuleIndex.All.Select(Row)]));

    [Fact]
    public void The_index_holds_every_rule_of_the_engine() => Assert.Equal(
        typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
        RuleIndex.All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_stands_in_the_file_its_id_names(string id) =>
        Assert.True(File.Exists(Path.Combine(Repository.Root, Folder, FileOf(id))), $"There is no {FileOf(id)}.");

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_reads_its_own_example(string id)
    {
        var example = RuleIndex.All.Single(rule => rule.Id == id).Example;

        Assert.Contains(id, RulesIn(example));
    }

    private static HashSet<string> RulesIn(string text)
    {
        var parsed = new ParsedArticle(Article.Of(text, Lexicon.English), Lexicon.English);
        return
        [
            .. ArticleReader.Default.Read(text).Claims.SelectMany(claim => claim.Rules),
            .. StatementFinder.Find(parsed).Select(statement => statement.Rule),
        ];
    }

    private static string Row(Rule rule) => $"| `{rule.Id}` | {Cell(rule.Summary)} | {Cell(rule.Example)} | `{FileOf(rule.Id)}` |";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "⏎", StringComparison.Ordinal);

    /// <summary><c>counts.more-than</c> is <c>Counts/MoreThanRule.cs</c>.</summary>
    private static string FileOf(string id) => id.Split('.') is [var folder, var name]
        ? $"{Pascal(folder)}/{Pascal(name)}Rule.cs"
        : throw new FormatException($"'{id}' is not folder.name.");

    private static string Pascal(string kebab) =>
        string.Concat(kebab.Split('-').Select(part => $"{char.ToUpperInvariant(part[0])}{part[1..]}"));
}
