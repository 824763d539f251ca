using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>
/// A noun for what is said, as the subject: "Reports have surfaced of", "The assessment made by officials suggests",
/// "Army claims have pointed to". Whoever is named with the noun is the speaker; else the noun itself is.
/// </summary>
internal sealed class ReportsNounRule : AttributionRule
{
    public override string Id => "attribution.reports-noun";

    public override string Summary => "A noun for what is said, as the subject; whoever is named with it is the speaker, else the noun itself is.";

    public override string Example => "Reports have emerged of heavy fighting at the river.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue)
    {
        if (!cue.Asserts || cue.IsQuotedAsSaying || cue.Subject is not { } subject || !Takes(cue, cue.Term))
        {
            return null;
        }

        var owner = ReportOwner.Of(cue.Passage, subject);
        if (owner is null && !SpeakerTest.IsReport(cue.Passage.Article, subject.Main.Noun))
        {
            return null;
        }

        var found = Between(cue, owner ?? subject, subject.FirstUnit, cue.Complement.Unit + 1);

        // "claims have pointed to": where the verb alone would report nothing, the noun is the cue.
        return owner is not null && cue.Term.IsWeak
            ? found with { Cue = cue.Passage.Article.Words(subject.Main.Noun.Head, subject.Main.Noun.Head + 1) }
            : found;
    }

    private static bool Takes(Cue cue, ReportingTerm term) => cue.Complement.Kind switch
    {
        ComplementKind.That or ComplementKind.Clause => term.TakesClause,
        ComplementKind.Preposition => true,
        ComplementKind.Noun => term.TakesThing && (!term.IsWeak || term.Class is "indicate" && term.Flags.Contains("document") && term.Term is not "carry" || RevealedRule.IsOfCasualties(cue)),
        _ => false,
    };
}
