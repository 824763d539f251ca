namespace CasualtyApi.Extraction.Attribution;

/// <summary>A noun for what is said with its clause: "claims by the rebels that", "the ministry's statement that".</summary>
internal sealed class ClaimThatRule : AttributionRule
{
    public override string Id => "attribution.claim-that";

    public override string Summary => "A noun for what is said with its clause: \"claims by the rebels that\", \"the ministry's statement that\".";

    public override string Example => "The army rejected claims by the rebels that a helicopter had been shot down.";

    public override CueKind Cue => CueKind.Noun;

    public override FoundAttribution? Read(Cue cue)
    {
        var passage = cue.Passage;
        var noun = passage.Noun(cue.Unit)!;
        var subject = new SpeakerPhrase(cue.Unit, cue.Unit + 1, [new SpeakerPart(noun, cue.Unit, cue.Unit + 1)], noun.First, noun.End);
        var owner = ReportOwner.Of(passage, subject);
        var end = owner is not null && owner.FirstUnit > cue.Unit ? owner.EndUnit : cue.Unit + 1;
        if (passage.Word(end) != "that" || passage.Verb(end + 1) is not null || !ClauseTest.IsClauseAt(passage, end + 1))
        {
            return null;
        }

        var plural = noun.Determiner == 0 && passage.Article.Tokens[noun.Head].Word.IsPlural;
        return owner is null && !plural ? null : Reported(cue, owner ?? subject, end + 1) with { Reported = (cue.Unit, end + 1) };
    }
}
