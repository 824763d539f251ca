using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>Lays one casualty word over each of its coordinated victims.</summary>
internal static class Mentions
{
    /// <summary>A mention of the words at a trigger, to be completed by the rule.</summary>
    public static CasualtyMention Of(SentenceView view, Trigger trigger, string rule) => new()
    {
        Sentence = view.Index,
        TriggerFirst = view.Chunks[trigger.At].First,
        TriggerEnd = view.Chunks[trigger.Last].End,
        Terms = trigger.Terms,
        Rule = trigger.RuleOr(rule),
    };

    /// <summary>Adds the mention once for each victim that can be people.</summary>
    public static void Add(SentenceView view, IEnumerable<int> victims, CasualtyMention pattern, List<CasualtyMention> found)
    {
        CasualtyMention? counted = null;
        foreach (var victim in victims.Select(view.VictimAt))
        {
            if (Accepts(view, victim, pattern.Terms) && !IsRestricted(view, victim))
            {
                // "two reporters, Ana Ruiz and Luis Paz": the names are the two.
                var isNamed = victim.Phrase.HasName && victim.Phrase.Count is null && counted is not null;
                found.Add(pattern with { Victim = victim, Whole = isNamed ? counted : pattern.Whole ?? Wholes.Picked(view, victim, found) });
                counted = victim.Phrase.Count is not null && victim.Phrase.IsPlural ? found[^1] : isNamed ? counted : null;
            }
        }
    }

    /// <summary>"the people who died" says which people, not that some died.</summary>
    private static bool IsRestricted(SentenceView view, Victim victim) =>
        victim.Phrase is { Count: null, IsPlural: true, IsPronoun: false } phrase && (phrase.Determiner & (WordClass.Article | WordClass.Determiner)) != 0
        && victim.End < view.Sentence.End && view.Article.Tokens[victim.End].Is(WordClass.Relative);

    /// <summary>"the number of people killed": the number stands elsewhere.</summary>
    private static bool IsOnlyANumber(SentenceView view, Victim victim) =>
        victim is { Group: not null, Phrase.Count: null } && view.Article.Tokens[victim.Phrase.Head].Word.Text is "number" or "total";

    /// <summary>"half of those killed were children", "the majority of those inside": a share of a number told elsewhere.</summary>
    private static bool IsShare(SentenceView view, Victim victim) =>
        victim is { Group: { Count: null, IsPronoun: true }, Phrase.Count: null } && !view.Article.Tokens[victim.Phrase.Head].Is(WordClass.Negator);

    /// <summary>Verbs that happen to towns and goods as well want people that are surely such.</summary>
    private static bool Accepts(SentenceView view, Victim victim, IReadOnlyList<CasualtyTerm> terms) =>
        !IsOnlyANumber(view, victim) && !IsShare(view, victim)
        && (terms.Any(term => !term.IsOfPeopleOnly) ? Victims.AreSurelyPeople(view, victim) : Victims.ArePeople(view, victim));
}
