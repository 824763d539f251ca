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

        if (head.Word.Text is not ("number" or "total" or "count" or "tally") || !view.IsPreposition(at + 1, "of"))
        {
            return null;
        }

        var counted = view.NounAt(at + 2) is { Count: null } noun ? noun.Head : view.VerbAt(at + 2) is { Voice: Voice.BareParticiple } verb ? verb.Main : view.KindAt(at + 2) == ChunkKind.Adjective ? view.Chunks[at + 2].First : -1;
        return counted < 0 ? null
            : view.Article.Tokens[counted].Word.CasualtyNoun is { Frame: CasualtyFrame.Count } harm ? harm
            : view.Article.Tokens[counted].Word.Casualty is { Frame: CasualtyFrame.Object or CasualtyFrame.Predicate } word ? word
            : null;
    }

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is not { } phrase || Term(view, at, phrase) is not { } term)
        {
            return;
        }

        CountRelation? relation = null;
        CasualtyMention? earlier = null;
        for (var index = at + 1; index < view.Chunks.Count && index < at + 8; index++)
        {
            if (view.KindAt(index) is ChunkKind.Stop or ChunkKind.Relative)
            {
                return;
            }

            if (view.VerbAt(index) is { } verb)
            {
                if (verb.Modal >= 0)
                {
                    return;
                }

                relation = verb.Verb?.Lemma is "pass" or "top" or "exceed" or "surpass" ? CountRelation.MoreThan : relation;
            }

            if (view.NounAt(index) is not { Count: not null } figure || Victims.IsTime(view, figure) || (!figure.IsElliptic && figure.Person is null))
            {
                continue;
            }

            var mention = new CasualtyMention
            {
                Sentence = view.Index,
                TriggerFirst = phrase.First,
                TriggerEnd = phrase.End,
                Terms = [term],
                Victim = view.VictimAt(index),
                Rule = Id,
                Scope = ClaimScope.Incident,
                Relation = relation,
                Replaces = earlier,
            };
            found.Add(mention);
            if (!view.IsPreposition(index - 1, "from"))
            {
                return;
            }

            earlier = mention;
        }
    }
}
