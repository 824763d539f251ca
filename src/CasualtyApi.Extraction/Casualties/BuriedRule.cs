using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"The movement buried three of its fighters": whoever is buried by those who mourn is dead; whom a landslide buries may live.</summary>
internal sealed class BuriedRule : CasualtyRule
{
    private static readonly CasualtyTerm Buried = new("bury", CasualtyFrame.Object, CasualtyCategory.Killed, [], null) { IsOfPeopleOnly = true };

    public override string Id => "casualties.buried";

    public override string Summary => "So many people buried by their own.";

    public override string Example => "The militia buried three of its fighters on Thursday.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is { Verb.Lemma: "bury", Voice: Voice.Active or Voice.BareParticiple, IsNegated: false } verb && view.ObjectOf(at) is >= 0 and var target && view.NounAt(target) is { Count: not null }
            && view.NounAt(view.SubjectOf(at)) is { } mourner && (mourner.Person is not null || mourner.Organization is not null || mourner.IsPronoun || view.Article.Tokens[mourner.Head].Word.Text is "village" or "town" or "city") && Modality.OfVerb(view, at) is { } certainty)
        {
            Mentions.Add(view, view.Coordinated(target, leftwards: false), new CasualtyMention { Sentence = view.Index, TriggerFirst = verb.First, TriggerEnd = view.Chunks[target].End, Terms = [Buried], Rule = Id, Certainty = certainty }, found);
        }
    }
}
