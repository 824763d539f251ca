using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>A clause, and behind it or in its middle the speaker and the cue.</summary>
internal sealed class TrailingCueRule : AttributionRule
{
    /// <summary>How many units may stand between the cue and the comma that closes an insertion.</summary>
    private const int FarthestClose = 8;

    public override string Id => "attribution.trailing-cue";

    public override string Summary => "A clause, and behind it or in its middle the speaker and the cue.";

    public override string Example => "The bridge was destroyed, engineers said.";

    public override CueKind Cue => CueKind.Verb;

    public override FoundAttribution? Read(Cue cue)
    {
        var passage = cue.Passage;
        var isPutIt = IsPutIt(cue);
        if (!cue.Asserts || !(cue.Complement.Kind is ComplementKind.None or ComplementKind.Noun || IsWhere(cue))
            || (cue.Complement.Kind == ComplementKind.Noun && cue.Term.Class != "tell" && !isPutIt)
            || cue.Subject is not { } speaker || speaker.EndUnit > cue.Unit || !SpeakerTest.CanSay(passage.Article, speaker.Main.Noun))
        {
            return null;
        }

        var before = SubjectFinder.OverAdverbs(passage, speaker.FirstUnit - 1);
        return StandsBehind(passage, cue, speaker, before) && (passage.FiniteBefore(cue.Unit) == passage.FiniteBefore(speaker.FirstUnit) || passage.Is(speaker.EndUnit, ChunkKind.Relative)) && (cue.Term.TakesClause || isPutIt)
            ? Reported(cue, ReportOwner.Of(passage, speaker) ?? speaker, cue.Unit + (isPutIt ? 2 : 1)) with { ContentBefore = true }
            : null;
    }

    /// <summary>"he wrote on Telegram": where he did, which ends the sentence or its clause, and not what about.</summary>
    private static bool IsWhere(Cue cue) =>
        cue.Complement.Kind == ComplementKind.Preposition && cue.Term.Term is "write" or "post" or "tweet" or "announce" && cue.Passage.Word(cue.Unit + 1) is "on" or "in" && cue.Passage.Noun(cue.Unit + 2) is not null && (cue.Passage.IsStop(cue.Unit + 3) || cue.Passage.Is(cue.Unit + 3, ChunkKind.Comma));

    /// <summary>"As the mayor put it".</summary>
    private static bool IsPutIt(Cue cue) => cue.Term.Term == "put" && cue.Passage.Word(cue.Unit + 1) == "it";

    /// <summary>", officials said", "— officials said —", "as officials said", ", it told him,".</summary>
    private static bool StandsBehind(Passage passage, Cue cue, SpeakerPhrase speaker, int before)
    {
        if (passage.Word(before) is "as")
        {
            return SpeakerTest.CanSpeak(passage.Article, speaker.Main.Noun)
                && (passage.FiniteBefore(before) >= 0 || (before == 0 && IsInserted(passage, cue.Unit + (IsPutIt(cue) ? 2 : 1))));
        }

        return (passage.Is(before, ChunkKind.Comma) || passage.Is(before, ChunkKind.Dash))
            && (passage.FiniteBefore(speaker.FirstUnit) >= 0 || speaker.FirstUnit > 3 || IsInserted(passage, cue.Complement.Kind == ComplementKind.Noun ? cue.Complement.Unit + 1 : cue.Unit + 1));
    }

    /// <summary>"on Monday", "in a statement", "on X".</summary>
    private static bool IsOf(Passage passage, int unit) => passage.Is(unit, ChunkKind.Preposition) && (passage.Noun(unit + 1) is not null || passage.Is(unit + 1, ChunkKind.Other));

    /// <summary>A comma follows, over when and where: "The truth, she said then, was", "Two bridges, police said on Monday, were destroyed".</summary>
    private static bool IsInserted(Passage passage, int unit)
    {
        var at = unit;
        while (at < unit + FarthestClose && (passage.Is(at, ChunkKind.Adverb) || (passage.Noun(at) is { } noun && SpeakerTest.IsTime(passage.Article, noun)) || IsOf(passage, at)))
        {
            at += IsOf(passage, at) ? 2 : 1;
        }

        return passage.Is(at, ChunkKind.Comma) && at + 2 < passage.Count;
    }
}
