namespace CasualtyApi.Extraction.Attribution;

/// <summary>A speaker and a verb that reports a thing rather than a clause: figures, losses, a plan in quotation marks.</summary>
internal sealed class RevealedRule : AttributionRule
{
    public override string Id => "attribution.revealed";

    public override string Summary => "A speaker and a verb that reports a thing rather than a clause: figures, losses, a word in quotation marks.";

    public override string Example => "The ministry confirmed the loss of two ships.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue) =>
        cue.Asserts && IsReported(cue)
        && cue.Subject is { } speaker && SpeakerTest.CanSpeak(cue.Passage.Article, speaker.Main.Noun)
            ? Reported(cue, ReportOwner.Of(cue.Passage, speaker) ?? speaker, cue.Complement.Unit + 1)
            : null;

    private static bool IsReported(Cue cue) => cue.Term.Class != "tell" && !IsQuotedAsSaying(cue) && (
        (cue.Complement.Kind is ComplementKind.Noun or ComplementKind.Gerund && cue.Term.Frames.Contains("np") && (!cue.Term.IsWeak || IsOfCasualties(cue)))
        || (cue.Complement.Kind is ComplementKind.Infinitive && cue.Term.Frames.Contains("to") && !cue.Term.IsWeak)
        || (cue.Complement.Kind != ComplementKind.None && cue.Passage.HasFragmentBehind(cue.Unit)));

    /// <summary>"put the death toll at 45": a verb of many uses reports where its object is a toll.</summary>
    private static bool IsOfCasualties(Cue cue)
    {
        if (cue.Passage.Noun(cue.Complement.Unit) is not { } noun)
        {
            return false;
        }

        for (var token = noun.First; token < noun.End; token++)
        {
            if (cue.Passage.Article.Tokens[token].Is(Text.WordClass.Casualty))
            {
                return true;
            }
        }

        return cue.Passage.Article.Tokens[noun.Head].Word.Text is "number" or "total";
    }

    /// <summary>"quoted the mayor as saying": <see cref="AsSayingRule"/> reads it.</summary>
    private static bool IsQuotedAsSaying(Cue cue)
    {
        for (var at = cue.Unit + 1; at < cue.Unit + 8; at++)
        {
            if (cue.Passage.Word(at) is "as" && cue.Passage.Verb(at + 1) is { Reporting: not null, Voice: Grammar.Voice.Ing })
            {
                return true;
            }
        }

        return false;
    }
}
