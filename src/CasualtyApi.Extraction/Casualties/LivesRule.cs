using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"claimed the lives of 12 people", "lost their lives", "taking their own lives".</summary>
internal sealed class LivesRule : CasualtyRule
{
    public override string Id => "casualties.lives";

    public override string Summary => "Lives claimed, lost or given; one's own life taken is suicide.";

    public override string Example => "The flood claimed the lives of twelve people.";

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        var verbAt = view.SkipLeft(at - 1);
        if (view.NounAt(at) is not { } phrase || view.Article.Tokens[phrase.Head].Word.CasualtyNoun is not { Frame: CasualtyFrame.Life } term
            || view.VerbAt(verbAt) is not { } verb || verb.Verb?.Lemma is not ("claim" or "take" or "cost" or "lose" or "give" or "sacrifice" or "lay" or "end")
            || Modality.OfVerb(view, verbAt) is not { } certainty)
        {
            return;
        }

        var mention = new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = verb.First,
            TriggerEnd = phrase.End,
            Terms = [term],
            Rule = Id,
            IsNegated = verb.IsNegated,
            Certainty = certainty,
        };
        if ((phrase.Determiner & WordClass.Possessive) != 0)
        {
            // "their own lives" taken or ended is suicide; "gave their lives" and "lost their lives" is not.
            var isSuicide = verb.Verb.Lemma is "take" or "end" && Enumerable.Range(phrase.First, phrase.End - phrase.First).Any(token => view.Article.Tokens[token].Word.Text == "own");
            var subject = verb.Voice == Voice.Ing ? view.NounBefore(verbAt) : view.SubjectOf(verbAt);
            if (IsTaken(view, phrase, verb, subject) && !isSuicide)
            {
                var his = new NounPhrase { First = phrase.First, End = phrase.First + 1, Head = phrase.First, IsPronoun = true };
                found.Add(mention with { Victim = new Victim(his), Agent = view.NounAt(subject) });
            }
            else if (subject >= 0 && (isSuicide || verb.Verb.Lemma is "lose" or "give" or "sacrifice" or "lay"))
            {
                Mentions.Add(view, view.Coordinated(subject, leftwards: true), mention with { Cause = isSuicide ? "suicide" : null }, found);
            }
        }
        else if (view.IsPreposition(at + 1, "of") && view.NounAt(at + 2) is not null)
        {
            Mentions.Add(view, view.Coordinated(at + 2, leftwards: false), mention, found);
        }
        else if (phrase.Count is not null)
        {
            found.Add(mention with { Counted = phrase });
        }
    }

    /// <summary>"the blast claimed his life", "an assassin ended his life": by a thing, or by one who is called a killer.</summary>
    private static bool IsTaken(SentenceView view, NounPhrase life, VerbGroup verb, int subject) =>
        verb.Verb?.Lemma is "claim" or "take" or "cost" or "end" && view.Article.Tokens[life.First].Word.Text is "his" or "her"
        && view.NounAt(subject) is { IsPronoun: false, HasName: false } doer
        && (doer.Person is null or { Kind: PartyKind.ArmedGroup } || view.Article.Tokens[doer.Head].Word.CasualtyNoun?.Frame == CasualtyFrame.Agent);
}
