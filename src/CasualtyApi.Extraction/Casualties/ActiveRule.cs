using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"the blast killed 12 people": the object is harmed, the subject did it.</summary>
internal sealed class ActiveRule : CasualtyRule
{
    public override string Id => "casualties.active";

    public override string Summary => "The object of an active verb is harmed; a subject that is people did it.";

    public override string Example => "Gunmen killed twelve villagers.";

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is not { Casualty.Frame: CasualtyFrame.Object, Voice: not Voice.Passive } verb || !ParticipleRule.HasObject(view, at)
            || Trigger.Find(view, at) is not { } trigger || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        // Whoever kills in general ("rebels kill civilians") counts nobody.
        var isPresent = verb.Voice == Voice.Active && !verb.IsPerfect && view.Article.Tokens[verb.Main].Is(WordClass.VerbBase | WordClass.VerbS);
        var victims = view.Coordinated(view.ObjectOf(trigger.Last), leftwards: false, root: view.KindAt(at - 1) == ChunkKind.Relative ? at - 2 : -1)
            .Where(victim => !isPresent || view.CountedWith(victim) >= 0 || view.NounAt(victim) is { Count: not null } or { IsPlural: false });
        Mentions.Add(view, victims, Mentions.Of(view, trigger, Id) with
        {
            Agent = view.NounAt(view.SubjectOf(at)),
            IsNegated = verb.IsNegated,
            Certainty = certainty,
        }, found);
    }
}
