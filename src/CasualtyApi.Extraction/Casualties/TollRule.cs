using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"the death toll rose to 41", "bringing the toll to at least 60", "a toll of 12".</summary>
internal sealed class TollRule : CasualtyRule
{
    public override string Id => "casualties.toll";

    public override string Summary => "The figure that a toll stands at, rises to or passes; in \"from 38 to 41\" the new figure updates the old one.";

    public override string Example => "The death toll rose from 38 to 41.";

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is not { } phrase || view.Article.Tokens[phrase.Head].Word.CasualtyNoun is not { Frame: CasualtyFrame.Toll } term)
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
