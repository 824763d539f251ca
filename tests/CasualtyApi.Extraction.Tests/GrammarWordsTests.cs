using System.Text.RegularExpressions;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;
using CasualtyApi.Tests;

namespace CasualtyApi.Extraction.Tests;

/// <summary>
/// A token knows its own spelling only where a vocabulary file holds it. A rule that compares a word with one that no file holds
/// compiles and never fires: each such word is looked for in the source.
/// </summary>
public sealed partial class GrammarWordsTests
{
    private static readonly string[] Sources =
        [.. new[] { "Grammar", "Counts", "Casualties", "Parties", "Places", "Periods", "Attribution", "Assembly", "Text" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "CasualtyApi.Extraction", folder), "*.cs", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)];

    private static readonly Dictionary<string, Word> Words = EnglishVocabulary.Load().Words;

    [Fact]
    public void Every_word_that_a_rule_compares_with_stands_in_the_vocabulary()
    {
        var named = Named(ComparedWord()).ToArray();

        Assert.True(named.Length > 300, $"Only {named.Length} words were found in the source.");
        var unknown = string.Join(", ", named.Where(name => !Words.ContainsKey(name.Word) && !IsPhrase(name.Word)).Select(name => $"{name.File}: {name.Word}"));
        Assert.True(unknown.Length == 0, unknown);
    }

    [Fact]
    public void Every_lemma_that_a_rule_compares_with_is_one_of_a_verb()
    {
        var lemmas = Words.Values.Select(word => word.Verb?.Lemma).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var named = Named(ComparedLemma()).ToArray();

        Assert.True(named.Length > 100, $"Only {named.Length} lemmas were found in the source.");
        Assert.Empty(named.Where(name => !lemmas.Contains(name.Word)).Select(name => $"{name.File}: {name.Word}"));
    }

    private static bool IsPhrase(string words) =>
        words.Split(' ') is [var first, .. { Length: > 0 } rest]
        && Words.GetValueOrDefault(first)?.Phrases?.All.Any(phrase => phrase.Rest.Select(word => word.Text).SequenceEqual(rest)) is true;

    private static IEnumerable<(string File, string Word)> Named(Regex comparison) =>
        from file in Sources
        let code = Comment().Replace(File.ReadAllText(file), "")
        from Match match in comparison.Matches(code)
        from Match literal in Literal().Matches(match.Value)
        where literal.Groups[1].Length > 0
        select (Path.GetFileName(file), literal.Groups[1].Value);

    /// <summary>"word.Text is …", "{ Text: … }", "WordAt(at) == …", "IsPreposition(at, …)", and switches over them.</summary>
    [GeneratedRegex("""(?:\b\w+\.Text|\bWordAt\([^")]*\)|\bWord\([^")]*\)|\b(?:text|word|behind|where|last)) (?:is(?: not)?|==|!=) \(?"[^"]*"(?:\s+or "[^"]*")*|\bText: (?:not )?\(?"[^"]*"(?:\s+or "[^"]*")*|IsPreposition\([^;{}]*?"[^"]*"|(?:\bWord\.Text|\bWordAt\([^")]*\)) switch\s*\{[^{}]*\}""")]
    private static partial Regex ComparedWord();

    [GeneratedRegex("""\bLemma(?: (?:is(?: not)?|==|!=)|:) \(?"[^"]*"(?:\s+or "[^"]*")*""")]
    private static partial Regex ComparedLemma();

    [GeneratedRegex("""(?m)^\s*//.*$""")]
    private static partial Regex Comment();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Literal();
}
