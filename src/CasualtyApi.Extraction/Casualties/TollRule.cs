using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"the death toll rose to 41", "bringing the toll to at least 60", "a toll of 12".</summary>
internal sealed class TollRule : CasualtyRule
{
    public override string Id => "casualties.toll";

    public override string Summary => "The figure that a toll stands at, rises to or passes; in \"from 38 to 41\" the new figure updates the old one.";

    public override string Example => "The death toll rose from 38 to 41.";

    /// <summary>"the toll" by its own word; "the number of dead", "the count of casualties" by what is counted.</summary>
    private static CasualtyTerm? Term(SentenceView view, int at, NounPhrase phrase)
    {
        ref readonly var head = ref view.Article.Tokens[phrase.Head];
        if (head.Word.CasualtyNoun is { Frame: CasualtyFrame.Toll } toll)
        {
            return toll;
        }

        if (head.Word.CasualtyNoun is { Frame: CasualtyFrame.Count } harm && head.Word.IsPlural && phrase.Count is null)
        {
            return AmountsTo(view, at) ? harm : null;
        }

        if (head.Word.Text is not ("number" or "total" or "count" or "tally") || !view.IsPreposition(at + 1, "of"))
        {
            return null;
        }

        if (view.NounAt(at + 2) is { Person: not null, Count: null } && view.VerbAt(at + 3) is { Voice: Voice.BareParticiple, Casualty: { Frame: CasualtyFrame.Object } done })
        {
            // "the number of people killed"
            return done;
        }

        var counted = view.NounAt(at + 2) is { Count: null } noun ? noun.Head : view.VerbAt(at + 2) is { Voice: Voice.BareParticiple } verb ? verb.Main : view.KindAt(at + 2) == ChunkKind.Adjective ? view.Chunks[at + 2].First : -1;
        return counted < 0 ? null
            : view.Article.Tokens[counted].Word.CasualtyNoun is { Frame: CasualtyFrame.Count } counts ? counts
            : view.Article.Tokens[counted].Word.Casualty is { Frame: CasualtyFrame.Object or CasualtyFrame.Predicate } word ? word
            : null;
    }

    /// <summary>"losses over the past day amounted to 1,140".</summary>
    private static bool AmountsTo(SentenceView view, int at) =>
        view.VerbAt(view.OverPhrases(at + 1)) is { Verb.Lemma: "amount" or "total" or "reach" or "stand" or "number" or "rise" or "climb" or "exceed" or "pass" or "top" or "surpass", Voice: not Voice.Passive };

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is not { } phrase || Term(view, at, phrase) is not { } term)
        {
            return;
        }

        CountRelation? relation = null;
        for (var index = at + 1; index < view.Chunks.Count && index < at + 10; index++)
        {
            if (view.KindAt(index) is ChunkKind.Stop or ChunkKind.Relative || view.VerbAt(index) is { Modal: >= 0 })
            {
                return;
            }

            relation = view.VerbAt(index)?.Verb?.Lemma is "pass" or "top" or "exceed" or "surpass" ? CountRelation.MoreThan : relation;
            if (!IsFigure(view, index) || view.IsPreposition(index - 1, "by"))
            {
                continue;
            }

            // "rose from 38 to 41"; "rose to 41, up from 38".
            var isOld = view.IsPreposition(index - 1, "from");
            var other = isOld ? Figure(view, index + 1, "to") : Figure(view, index + 1, "from");
            var old = isOld ? index : other;
            CasualtyMention? earlier = old >= 0 ? Mention(view, phrase, term, old) : null;
            var current = isOld ? other : index;
            if (earlier is not null)
            {
                found.Add(earlier);
            }

            if (current >= 0)
            {
                found.Add(Mention(view, phrase, term, current) with { Relation = relation, Replaces = earlier });
            }

            return;
        }
    }

    private CasualtyMention Mention(SentenceView view, NounPhrase phrase, CasualtyTerm term, int figure) => new()
    {
        Sentence = view.Index,
        TriggerFirst = phrase.First,
        TriggerEnd = phrase.End,
        Terms = [term],
        Victim = view.VictimAt(figure),
        Rule = Id,
        Scope = ClaimScope.Incident,
    };

    /// <summary>The next figure behind a preposition; −1 if none stands near.</summary>
    private static int Figure(SentenceView view, int from, string preposition)
    {
        for (var index = from; index < view.Chunks.Count && index < from + 8; index++)
        {
            if (IsFigure(view, index) && view.IsPreposition(index - 1, preposition))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsFigure(SentenceView view, int index) =>
        view.NounAt(index) is { Count: not null } figure && !Victims.IsTime(view, figure) && (figure.IsElliptic || figure.Person is not null);
}
