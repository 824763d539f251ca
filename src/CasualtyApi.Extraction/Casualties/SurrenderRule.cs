using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Parties;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Seven fighters gave themselves up", "14 soldiers laid down their arms", "11,000 went into captivity": who surrenders is captured.</summary>
internal sealed class SurrenderRule : CasualtyRule
{
    public override string Id => "casualties.surrender";

    public override string Summary => "Fighters who give themselves up, lay down their arms or go into captivity.";

    public override string Example => "Fourteen soldiers laid down their arms near the river.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is not { Verb.Lemma: "go" or "give" or "turn" or "lay", Voice: Voice.Active or Voice.BareParticiple, IsNegated: false } verb || End(view, at, verb) is not { } end
            || view.SubjectOf(at) is not (>= 0 and var subject) || !MaySurrender(view, verb, view.NounAt(subject)!) || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        Mentions.Add(view, view.Coordinated(subject, leftwards: true), new CasualtyMention { Sentence = view.Index, TriggerFirst = verb.First, TriggerEnd = end, Terms = [Captivity.Prisoner], Rule = Id, Certainty = certainty }, found);
    }

    /// <summary>The end of the words that make it a surrender; null where they make none.</summary>
    private static int? End(SentenceView view, int at, VerbGroup verb) => verb.Verb!.Lemma switch
    {
        "go" => Captivity.IsCaptivity(view, at + 1, "into") ? view.Chunks[at + 2].End : null,
        "lay" => view.WordAt(at + 1) == "down" && IsTheirArms(view, at + 2) && (view.EndsBefore(at + 3) || view.WordAt(at + 3) is "near" or "at" or "outside" or "on") && view.KindAt(at + 3) != ChunkKind.Coordinator && !IsOfPeace(view) ? view.Chunks[at + 2].End : null,
        var lemma => view.WordAt(at + 1) is "themselves" or "himself" or "herself" && view.WordAt(at + 2) == (lemma == "give" ? "up" : "in") ? view.Chunks[at + 2].End : null,
    };

    /// <summary>Fighters may turn themselves in, and suspects as well; only those who are counted lay down arms or go into captivity.</summary>
    private static bool MaySurrender(SentenceView view, VerbGroup verb, NounPhrase who) => verb.Verb!.Lemma switch
    {
        "go" => who.Count is not null,
        "lay" => who is { Count: not null } && (who.IsElliptic || who.Person is { Kind: not PartyKind.Civilians }),
        "turn" => PartyReader.KindOf(view.Article, who) is PartyKind.Military or PartyKind.ArmedGroup && (who.Count is not null || !who.IsPlural),
        _ => who.Count is not null || !who.IsPlural,
    };

    /// <summary>"their arms", "its weapons".</summary>
    private static bool IsTheirArms(SentenceView view, int at) =>
        view.NounAt(at) is { } arms && (arms.Determiner & WordClass.Possessive) != 0 && view.Article.Tokens[arms.Head].Word.Text is "arms" or "weapons" or "guns" or "rifles";

    /// <summary>"under a peace accord": whoever is disarmed by treaty goes free.</summary>
    private static bool IsOfPeace(SentenceView view) =>
        view.Chunks.Exists(chunk => chunk is NounPhrase deal && view.Article.Tokens[deal.Head].Word.Text is "accord" or "accords" or "agreement" or "deal" or "peace" or "amnesty" or "process" or "programme" or "program" or "ceremony" or "truce" or "ceasefire" or "treaty");
}
