using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"The fate of another 18 is unknown": those of whom nobody knows what became are missing.</summary>
internal sealed class FateRule : CasualtyRule
{
    private static readonly CasualtyTerm Missing = new("fate", CasualtyFrame.Predicate, CasualtyCategory.Missing, [], null) { IsOfPeopleOnly = true };

    public override string Id => "casualties.fate";

    public override string Summary => "People whose fate or whereabouts are unknown.";

    public override string Example => "The fate of 18 sailors is unknown.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.NounPhrase];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is not { Count: null } phrase || view.Article.Tokens[phrase.Head].Word.Text is not ("fate" or "whereabouts") || !view.IsPreposition(at + 1, "of") || view.NounAt(at + 2) is null)
        {
            return;
        }

        var whose = view.Coordinated(at + 2, leftwards: false, root: at);
        var verb = view.SkipRight(view.OverPhrases(whose[^1] + 1));
        var behind = view.SkipRight(verb + 1);
        if (view.VerbAt(verb) is { IsAuxiliaryOnly: true, Modal: < 0 } or { Verb.Lemma: "remain" or "stay", Modal: < 0 } && IsUnknown(view, verb, behind) && Modality.OfNoun(view, at) is { } certainty)
        {
            Mentions.Add(view, view.Such(whose, who => who is { Count: not null } or { IsPlural: false, Person.IsCollective: false }), new CasualtyMention
            {
                Sentence = view.Index,
                TriggerFirst = phrase.Head,
                TriggerEnd = view.Chunks[behind].End,
                Terms = [Missing],
                Rule = Id,
                Certainty = certainty,
            }, found);
        }
    }

    private static bool IsUnknown(SentenceView view, int verb, int behind) =>
        view.WordAt(behind) is "unknown" or "unclear" or "uncertain" || (view.WordAt(behind) is "known" or "clear" && view.VerbAt(verb)!.IsNegated);
}
