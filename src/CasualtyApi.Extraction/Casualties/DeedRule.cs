using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"the murder of six priests", "the deaths of two soldiers", "the mayor's assassination".</summary>
internal sealed class DeedRule : CasualtyRule
{
    public override string Id => "casualties.deed";

    public override string Summary => "A noun for the deed, with those it was done to behind \"of\".";

    public override string Example => "The murder of six priests is under investigation.";

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is not { Count: null } phrase
            || view.Article.Tokens[phrase.Head].Word.CasualtyNoun is not { } term || !(term.Frame == CasualtyFrame.Event || term.Term == "death" || (term.Term == "injury" && !phrase.IsPlural))
            || (phrase.Determiner & WordClass.Negator) != 0
            || Certainty(view, at, phrase) is not { } certainty)
        {
            return;
        }

        var mention = new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = phrase.Head,
            TriggerEnd = phrase.Head + 1,
            Terms = [term],
            Rule = Id,
            IsPresupposed = true,
            Certainty = certainty,
        };
        if (Of(view, at) is var of and >= 0)
        {
            // "the killing of civilians" is a kind of deed; a count, an article or a name makes it one that happened.
            Mentions.Add(view, view.Coordinated(of, leftwards: false).Where(victim => IsParticular(view.NounAt(victim)!)), mention, found);
        }
        else if (Possessor(view, phrase) is { } victim && IsParticular(victim.Phrase) && Victims.AreSurelyPeople(view, victim))
        {
            found.Add(mention with { Victim = victim });
        }
    }

    /// <summary>The chunk of those it was done to, over a time or place between: "the murder on 26 May of two mayors"; −1 if none.</summary>
    private static int Of(SentenceView view, int at)
    {
        for (var hop = 0; hop < 3; hop++)
        {
            if (view.IsPreposition(at + 1, "of"))
            {
                return view.NounAt(at + 2) is null ? -1 : at + 2;
            }

            if (view.WordAt(at + 1) is not ("on" or "in" or "at" or "near"))
            {
                break;
            }

            at = view.OverPhrase(at + 1) - 1;
        }

        return -1;
    }

    /// <summary>"the murder of six priests" took place whatever is said of it; "a killing" may be a plan.</summary>
    private static Certainty? Certainty(SentenceView view, int at, NounPhrase phrase) =>
        (phrase.Determiner & WordClass.Article) != 0 && view.Article.Tokens[phrase.First].Word.Text == "the" || phrase.PossessorEnd >= 0
            ? Extraction.Certainty.Stated
            : Modality.OfNoun(view, at);

    /// <summary>"the mayor" in "the mayor's assassination".</summary>
    private static Victim? Possessor(SentenceView view, NounPhrase phrase) =>
        phrase.PossessorEnd >= phrase.First && NounPhraseReader.TryRead(view.Article, phrase.First, phrase.PossessorEnd + 1, []) is { } possessor
            ? new Victim(possessor)
            : null;

    private static bool IsParticular(NounPhrase phrase) =>
        phrase.Count is not null || phrase.HasName || (!phrase.IsPlural && phrase.Determiner != 0) || (phrase.Determiner & WordClass.Article) != 0;
}
