using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>What somebody is sure, aware or afraid of.</summary>
internal sealed class AwareRule : AttributionRule
{
    public override string Id => "attribution.aware";

    public override string Summary => "What somebody is sure, aware or afraid of.";

    public override string Example => "The governor is confident that the dam will hold.";

    public override CueKind Cue => CueKind.Adjective;

    public override FoundAttribution? Read(Cue cue)
    {
        var be = SubjectFinder.OverAdverbs(cue.Passage, cue.Unit - 1);
        return cue.Passage.Verb(be) is { IsNegated: false, Modal: < 0, Voice: Voice.Active } verb && IsState(cue.Passage.Article, verb)
            && (cue.TakesClause || cue.Complement.Kind == ComplementKind.Preposition)
            && cue.Passage.SubjectOf(be) is { } speaker && SpeakerTest.CanSpeak(cue.Passage.Article, speaker.Main.Noun) && !IsIt(cue.Passage.Article, speaker)
            ? ReportedFrom(cue, be, speaker, cue.Complement.Unit + 1)
            : null;
    }

    private static bool IsState(Article article, VerbGroup verb) =>
        article.Tokens[verb.Main].Is(WordClass.Be) || verb.Verb?.Lemma is "become" or "remain" or "seem" or "feel" or "sound";

    /// <summary>"It is certain that": nobody's certainty.</summary>
    private static bool IsIt(Article article, SpeakerPhrase speaker) => article.Tokens[speaker.Main.Noun.Head].Word.Text is "it" or "this";
}
