using CasualtyApi.Extraction.Assembly;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Periods;

/// <summary>"the 1994 genocide", "a 2016 car bombing": the year of the event that it stands before, and of nothing else.</summary>
internal sealed class EventYearRule : PeriodRule
{
    /// <summary>How many words may stand between the year and the event.</summary>
    private const int Longest = 3;

    public override string Id => "periods.event-year";

    public override string Summary => "The year before an event's name, for those that the event harmed: \"the 2011 earthquake killed\", \"a 2016 bombing that killed\".";

    public override string Example => "The 2011 earthquake killed twelve people.";

    public override PeriodPhrase? TryRead(Article article, int index, DateOnly? published)
    {
        if (index == 0 || DateReader.Year(article, index) is not { } year || !article.Tokens[index - 1].Is(WordClass.Article | WordClass.Possessive) || Event(article, index + 1) is not { } thing)
        {
            return null;
        }

        var scope = IncidentWords.IsEvent(article.Tokens[thing]) ? ClaimScope.Incident : ClaimScope.Period;
        return new PeriodPhrase(index, index + 1, scope, Id, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) { EventEnd = thing + 1 };
    }

    /// <summary>The last of the nouns behind the year, where it names an event or a war.</summary>
    private static int? Event(Article article, int first)
    {
        var tokens = article.Tokens;
        int? thing = null;
        for (var at = first; at < tokens.Length && at < first + Longest && tokens[at] is { Kind: TokenKind.Word } token && !token.Is(WordClass.Function); at++)
        {
            thing = token.Word.NotPeople == "event" || token.Word.CasualtyNoun is { Frame: CasualtyFrame.Event } ? at : thing;
        }

        return thing;
    }

    /// <summary>
    /// Whether the event is the one that a claim is of: "the 2011 earthquake killed", "a 2016 bombing that killed", "the 1994 massacre, in which",
    /// and behind the claim "in the 2019 floods".
    /// </summary>
    public static bool IsOf(Article article, PeriodPhrase phrase, int first, int end) =>
        phrase.First >= end ? IsWhere(article, phrase.First) : phrase.EventEnd <= first && (OpensRelative(article, phrase) || first <= phrase.EventEnd + 2);

    /// <summary>"died in the 2019 floods", "killed during a 2015 raid".</summary>
    private static bool IsWhere(Article article, int year) =>
        year > 1 && article.Tokens[year - 2].Word.Text is "in" or "during";

    /// <summary>What stands behind the event tells of it: "that killed", ", in which", "when".</summary>
    public static bool OpensRelative(Article article, PeriodPhrase phrase)
    {
        var tokens = article.Tokens;
        var at = phrase.EventEnd < tokens.Length && article.IsMark(phrase.EventEnd, ',') ? phrase.EventEnd + 1 : phrase.EventEnd;
        return at + 1 < tokens.Length && (tokens[at].Word.Text is "that" or "which" or "when" or "where" || (tokens[at].Word.Text is "in" or "during" && tokens[at + 1].Word.Text == "which"));
    }
}
