using CasualtyApi.Extraction.Attribution;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Tests;

public sealed class AttributionRuleTests
{
    public static TheoryData<string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string>();
            foreach (var rule in AttributionRules.All)
            {
                examples.Add(rule.Id, rule.Example);
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_rule_reads_its_own_example(string id, string example)
    {
        var article = Article.Of(example, Lexicon.English);
        Assert.Contains(StatementFinder.Find(new ParsedArticle(article, Lexicon.English)), statement => statement.Rule == id);
    }
}
