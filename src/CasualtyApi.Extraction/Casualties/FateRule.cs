using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"The fate of another 18 is unknown": those of whom nobody knows what became are missing.</summary>
internal sealed class FateRule : CasualtyRule
{
    private static readonly CasualtyTerm Missing = new("fate", CasualtyFrame.Predicate, CasualtyCategory.Missing, [], null) { IsOfPeopleOnly = true };

    public override string Id => "casualties.fate";

    public override string Summary => "People whose fate or whereabouts are unknown, or who have never been found.";

    public override string Example => "The fate of 18 sailors is unknown.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.NounPhrase, ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is { } verb)
        {
            ReadNeverFound(view, at, verb, found);
            return;
        }

        if (view.NounAt(at) is not { Count: null } phrase || view.Article.Tokens[phrase.Head].Word.Text is not ("fate" or "whereabouts") || !view.IsPreposition(at + 1, "of") || view.NounAt(at + 2) is null)
        {
            return;
        }

        var whose = view.Coordinated(at + 2, leftwards: false, root: at);
        var state = view.SkipRight(view.OverPhrases(whose[^1] + 1));
        var behind = view.SkipRight(state + 1);
        if (view.VerbAt(state) is { IsAuxiliaryOnly: true, Modal: < 0 } or { Verb.Lemma: "remain" or "stay", Modal: < 0 } && IsUnknown(view, state, behind) && Modality.OfNoun(view, at) is { } certainty)
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

    /// <summary>"1,000 of them have never been found", "were not seen again": counted, and looked for in vain; of the abducted it says nothing new.</summary>
    private void ReadNeverFound(SentenceView view, int at, VerbGroup verb, List<CasualtyMention> found)
    {
        var behind = view.SkipRight(at + 1);
        var isYetTo = view.WordAt(at - 1) == "yet" && verb is { Voice: Voice.Passive } && view.WordAt(at) == "to" && view.IsPlainly(at - 2);
        if (!(verb.IsNegated || isYetTo) || view.KindAt(behind) == ChunkKind.Adjective || view.VerbAt(behind) is not null || view.IsPreposition(behind, "on") || view.WordAt(behind) is "guilty" or "to")
        {
            // "were not found guilty", "not found to have", "not found on the rolls"
            return;
        }

        if (verb is { Voice: Voice.Passive, Modal: < 0 } && (isYetTo || verb.IsPerfect || view.Article.Words(verb.First, verb.End).Contains("never", StringComparison.Ordinal)) && (verb.Verb?.Lemma is "find" or "locate" or "trace" || (verb.Verb?.Lemma is "see" or "hear" && (view.WordAt(view.WordAt(at + 1) is "from" or "of" ? at + 2 : at + 1) is "again" or "since" || (view.WordAt(at + 1) == "from" && view.EndsBefore(at + 2)))))
            && view.SubjectOf(isYetTo ? at - 2 : at) is >= 0 and var subject && view.NounAt(subject) is { Count: not null } or { IsPlural: false, Person: not null } && view.NounAt(subject) is { } counted && (isYetTo || counted.Count is not null) && (counted.IsElliptic || counted.Person is { Kind: not PartyKind.ArmedGroup, Singular: not ("suspect" or "attacker" or "killer" or "culprit" or "perpetrator") })
            && !(Mentions.FindOf(view, found, counted) is >= 0 and var told && found[told].Terms[0].Category == CasualtyCategory.Abducted) && Modality.OfVerb(view, isYetTo ? at - 2 : at) is { } certainty)
        {
            Mentions.Add(view, view.Coordinated(subject, leftwards: true), new CasualtyMention { Sentence = view.Index, TriggerFirst = verb.First, TriggerEnd = verb.End, Terms = [Missing], Rule = Id, Certainty = certainty }, found);
        }
    }

    private static bool IsUnknown(SentenceView view, int verb, int behind) =>
        view.WordAt(behind) is "unknown" or "unclear" or "uncertain" || (view.WordAt(behind) is "known" or "clear" && view.VerbAt(verb)!.IsNegated);
}
