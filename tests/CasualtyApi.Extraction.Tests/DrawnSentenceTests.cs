using CasualtyApi.Extraction.Attribution;
using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;
using CasualtyApi.Tests;

namespace CasualtyApi.Extraction.Tests;

/// <summary>The sentence that docs/extraction.md draws through the engine is drawn by the engine.</summary>
public sealed class DrawnSentenceTests
{
    private const string Sentence = "Police said more than 40 people, including nine children, were killed in Kisumu on Sunday.";

    private readonly ParsedArticle _parsed = new(Article.Of(Sentence, Lexicon.English), Lexicon.English);

    [Fact]
    public void Each_stage_makes_of_the_sentence_what_the_documentation_shows()
    {
        Documentation.AssertPart("docs/extraction.md", "tokens", Block(_parsed.Article.Tokens.AsSpan().ToArray().Select(token =>
            (_parsed.Article.TextOf(token).ToString(), token.Class == WordClass.None ? $"{token.Kind}" : $"{token.Class}"))));
        Documentation.AssertPart("docs/extraction.md", "chunks", Block(_parsed.ChunksOf(0).Select(chunk =>
            (_parsed.Article.Words(chunk.First, chunk.End), What(chunk)))));
        Documentation.AssertPart("docs/extraction.md", "mentions", Block(CasualtyFinder.Find(_parsed).Select(mention =>
            (_parsed.Article.Words(mention.First, mention.End), What(mention)))));
        Documentation.AssertPart("docs/extraction.md", "statements", Block(StatementFinder.Find(_parsed).Select(statement =>
            (_parsed.Article.TextOf(statement.Span).ToString(), $"{statement.Kind}, {statement.Speaker?.Name} {statement.Cue}, {statement.Rule}"))));
        Documentation.AssertPart("docs/extraction.md", "claims", Block(ArticleReader.Default.Read(Sentence).Claims.Select(claim =>
            (claim.Text, What(claim)))));
    }

    private static string What(Chunk chunk) => chunk switch
    {
        NounPhrase noun => $"NounPhrase{(noun.Count is { } count ? $", count {count.Rule} {count.Low}..{count.High}" : "")}"
            + (noun.Person is { } person ? $", {person.Kind}" : ""),
        VerbGroup verb => $"VerbGroup, {verb.Voice}{(verb.Casualty is { } term ? $", {term.Category}" : "")}{(verb.Reporting is null ? "" : ", reports")}",
        _ => $"{chunk.Kind}",
    };

    private static string What(CasualtyMention mention) =>
        $"{mention.Terms[0].Category}, {mention.Rule}{(mention.Whole is null ? "" : ", part of another")}";

    private static string What(ClaimReading claim) =>
        $"{claim.Category} {claim.Count.Low}..{claim.Count.High} {claim.Party.Kind}, {claim.Claimant?.Name}, {claim.Place?.Name}, {claim.Scope}"
        + (claim.PartOf is { } whole ? $", part of {whole}" : "");

    private static string Block(IEnumerable<(string Words, string What)> rows)
    {
        var lines = rows.ToList();
        var width = lines.Max(line => line.Words.Length);
        return $"```text\n{string.Join('\n', lines.Select(line => $"{line.Words.PadRight(width)}  {line.What}"))}\n```";
    }
}
