namespace CasualtyApi.Extraction.Attribution;

/// <summary>A speaker, a reporting verb, and the clause that is reported, with or without "that".</summary>
internal sealed class SaidRule : AttributionRule
{
    public override string Id => "attribution.said";

    public override string Summary => "A speaker, a reporting verb, and the clause that is reported, with or without \"that\".";

    public override string Example => "Rescuers said that two houses had collapsed.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue) =>
        cue.Asserts && !cue.IsQuotedAsSaying && !RevealedRule.IsResponsibility(cue) && cue.Subject is { } speaker && Speaks(cue, speaker) && (cue.TakesClause || GoesOnAround(cue, speaker))
            ? Reported(cue, IsHearing(cue, speaker) ? null : ReportOwner.Of(cue.Passage, speaker) ?? speaker, Math.Max(cue.Complement.Unit, cue.Unit) + 1)
            : null;

    /// <summary>"which police said were at his side": the clause stands around speaker and cue.</summary>
    private static bool GoesOnAround(Cue cue, SpeakerPhrase speaker) =>
        cue.Passage.Is(speaker.FirstUnit - 1, Grammar.ChunkKind.Relative) && cue.Passage.Verb(cue.Unit + 1) is not null && cue.Passage.IsFinite(cue.Unit + 1)
        && cue.Term.TakesClause && !cue.Term.IsWeak;

    /// <summary>"The court heard that": whoever told it stands nowhere.</summary>
    private static bool IsHearing(Cue cue, SpeakerPhrase speaker) =>
        cue.Term.Term == "hear" && cue.Passage.Article.Tokens[speaker.Main.Noun.Head].Word.Text is "court" or "inquest" or "jury" or "jurors" or "tribunal" or "inquiry" or "hearing" or "trial";

    private static bool Speaks(Cue cue, SpeakerPhrase speaker)
    {
        var (article, noun) = (cue.Passage.Article, speaker.Main.Noun);
        if (IsHearing(cue, speaker))
        {
            return true;
        }

        if (noun.IsPronoun && article.Tokens[noun.Head].Word.Text == "it" && cue.Term.Class is "indicate" or "think" or "other")
        {
            return false;
        }

        return cue.Term.Class is "say" or "tell" or "claim" && !cue.Term.IsWeak ? SpeakerTest.CanSay(article, noun) : SpeakerTest.CanSpeak(article, noun);
    }
}
