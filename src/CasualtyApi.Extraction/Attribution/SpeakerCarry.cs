using CasualtyApi.Extraction.Attribution.Sources;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>
/// Gives a speaker to the quotations no cue has taken: the rest of what somebody says, a paragraph that is only a quotation,
/// a quotation behind a colon or beside a verb that does not report ("He smiled: “…”").
/// </summary>
/// <param name="parsed">The article.</param>
/// <param name="quotations">All its quotations.</param>
/// <param name="sources">Whom a phrase of an earlier passage meant.</param>
internal sealed class SpeakerCarry(ParsedArticle parsed, IReadOnlyList<Quotation> quotations, Func<SpeakerPhrase, Source?> sources)
{
    /// <summary>A speaker does not go on over more paragraphs than this without being named.</summary>
    private const int Farthest = 3;

    private readonly Exchange exchange = new(sources, quotations);

    private SpeakerPhrase? last;
    private int lastParagraph = -1;
    private Passage? previous;

    /// <summary>Appends the attributions of what is left over in a passage; to be asked of all passages in turn.</summary>
    public void Complete(Passage passage, List<FoundAttribution> found, Passage? next)
    {
        HashSet<int>? taken = null;
        SpeakerPhrase? answerer = null;
        var cued = found.Count;
        var earlier = -1;
        for (var unit = 0; unit < passage.Count; unit++)
        {
            while (earlier + 1 < cued && found[earlier + 1].CueUnit < unit)
            {
                earlier++;
            }

            if (passage.IsQuotation(unit) && !(taken ??= Taken(found)).Contains(unit))
            {
                var (speaker, cue, named) = SpeakerOf(passage, earlier < 0 ? null : found[earlier].Speaker, unit, next, ref answerer);
                found.Add(new FoundAttribution { Rule = AttributionRules.ContinuedQuote, CueUnit = unit, Cue = cue, Speaker = speaker, SpeakerPassage = named, Quotations = [unit] });
                Remember(passage, speaker);
            }
        }

        if (found.Count > 0)
        {
            Remember(passage, LastSpeaker(passage, found));
        }

        exchange.Remember(passage, found, answerer);
        previous = passage;
    }

    /// <summary>Who goes on speaking: "“…,” Hale said, according to a transcript. “…”" is all Hale's; but not "“…,” Hale said, but Ruiz said she was wrong. “…”".</summary>
    private static SpeakerPhrase? LastSpeaker(Passage passage, List<FoundAttribution> found) =>
        found.Where(attribution => attribution.Rule is not ClaimThatRule).MaxBy(attribution => (attribution.Quotations.Count > 0 || BeginsClause(passage, attribution), attribution.CueUnit))?.Speaker;

    /// <summary>Its subject stands behind what joins whole clauses.</summary>
    private static bool BeginsClause(Passage passage, FoundAttribution attribution) =>
        attribution.Speaker is { FirstUnit: var first } && first < attribution.CueUnit && SubjectFinder.OverAdverbs(passage, first - 1) is var before
        && (passage.Is(before, ChunkKind.Coordinator) || passage.IsStop(before) || passage.Word(before) is "while" or "although" or "though" or "whereas");

    /// <summary>The quotations that cues have taken.</summary>
    private static HashSet<int> Taken(List<FoundAttribution> found)
    {
        var taken = new HashSet<int>();
        foreach (var attribution in found)
        {
            taken.UnionWith(attribution.Quotations);
        }

        return taken;
    }

    private void Remember(Passage passage, SpeakerPhrase? speaker) =>
        (last, lastParagraph) = speaker is null ? (last, lastParagraph) : (speaker, passage.Paragraph);

    private (SpeakerPhrase? Speaker, string Cue, Passage? Named) SpeakerOf(Passage passage, SpeakerPhrase? earlier, int unit, Passage? next, ref SpeakerPhrase? answerer)
    {
        if (quotations[passage.Quotation(unit)].Continues && last is not null)
        {
            return (last, "", null);
        }

        if (earlier is not null)
        {
            return (earlier, "", null);
        }

        if (unit > 0 && Beside(passage, unit) is var (near, nearCue))
        {
            return (near, nearCue, null);
        }

        if (unit == 0 && passage.Count > 1 && After(passage, unit + 1) is var (after, cue))
        {
            return (after, cue, null);
        }

        if (unit == passage.Count - 1 && next is not null && next.Paragraph == passage.Paragraph && next.FirstSentence == passage.EndSentence
            && next.Verb(0) is not null | next.Noun(0) is not null && After(next, 0) is var (following, nextCue))
        {
            return (following, nextCue, next);
        }

        if (Announced(passage) is { } announced)
        {
            return (announced, "", previous);
        }

        if (exchange.Answerer(passage) is { } other)
        {
            answerer = other;
            return (other, "", previous);
        }

        return unit == 0 && Acting(passage) is var (actor, before) ? (actor, "", before)
            : (passage.Paragraph - lastParagraph <= Farthest ? last : null, "", null);
    }

    /// <summary>"Mr. Hale smiled. “Ask my wife.”": who acts in the sentence right before, in the same paragraph.</summary>
    private (SpeakerPhrase Actor, Passage Before)? Acting(Passage passage)
    {
        var sentence = passage.FirstSentence - 1;
        if (sentence < 0 || parsed.Article.Sentences[sentence].Paragraph != passage.Paragraph)
        {
            return null;
        }

        var before = previous is not null && previous.EndSentence == passage.FirstSentence ? previous : new Passage(parsed.Article, sentence, passage.FirstSentence, parsed.ChunksOf(sentence), -1);
        return Actor.Of(before, quotations[passage.Quotation(0)], hasSpeaker: lastParagraph == passage.Paragraph) is { } actor ? (actor, before) : null;
    }

    /// <summary>"She was blunt: “…”": the subject of the verb before.</summary>
    private static (SpeakerPhrase?, string)? Beside(Passage passage, int unit)
    {
        var verb = passage.FiniteBefore(unit);
        return verb >= 0 && passage.SubjectOf(verb) is { } subject && SpeakerTest.CanSpeak(passage.Article, subject.Main.Noun) ? (subject, "") : null;
    }

    /// <summary>“No!” Smith said; “No!” said Smith; “No,” she smiled.</summary>
    private static (SpeakerPhrase?, string)? After(Passage passage, int from)
    {
        var at = from;
        at += passage.Is(at, ChunkKind.Comma) || passage.Is(at, ChunkKind.Dash) ? 1 : 0;
        if (passage.Verb(at) is { Reporting: not null } inverted && SpeakerPhrases.BeginningAt(passage, at + 1) is { } behind
            && SpeakerTest.CanSpeak(passage.Article, behind.Main.Noun))
        {
            return (behind, passage.Article.Words(inverted.Main, inverted.Main + 1));
        }

        if (SpeakerPhrases.BeginningAt(passage, at) is not { } speaker || !SpeakerTest.CanSpeak(passage.Article, speaker.Main.Noun))
        {
            return null;
        }

        var isCued = passage.Verb(speaker.EndUnit) is { Reporting: not null } said && (said.Voice != Voice.Passive || passage.Word(speaker.EndUnit + 1) is "as" or "by") && passage.IsFinite(speaker.EndUnit);
        if (isCued && from == 0 && TellsItself(passage, speaker.EndUnit))
        {
            // “There are bodies in the streets.” The army denies shelling the town: it says something else.
            return null;
        }

        return isCued ? (speaker, passage.Article.Words(passage.Verb(speaker.EndUnit)!.Main, passage.Verb(speaker.EndUnit)!.Main + 1))
            : from > 0 ? (speaker, "")
            : null;
    }

    /// <summary>The verb has something of its own to report, or reports nothing.</summary>
    private static bool TellsItself(Passage passage, int unit)
    {
        var verb = passage.Verb(unit)!;
        return verb.IsNegated || ComplementReader.After(passage, unit + 1, verb.Reporting!).Kind switch
        {
            ComplementKind.That or ComplementKind.Clause or ComplementKind.Gerund or ComplementKind.Infinitive => true,
            ComplementKind.Noun => verb.Reporting!.Class != "tell",
            ComplementKind.None => passage.Noun(unit + 1) is { } thing ? !SpeakerTest.IsTime(passage.Article, thing) : passage.Is(unit + 1, ChunkKind.Other),
            _ => false,
        };
    }

    /// <summary>The sentence right before ends on a colon: its subject is about to speak.</summary>
    private SpeakerPhrase? Announced(Passage passage)
    {
        if (previous is null || previous.EndSentence != passage.FirstSentence || !previous.Is(previous.Count - 1, ChunkKind.Colon))
        {
            return null;
        }

        var verb = previous.FiniteBefore(previous.Count);
        return verb >= 0 && previous.SubjectOf(verb) is { } subject && SpeakerTest.CanSpeak(previous.Article, subject.Main.Noun) ? subject : null;
    }
}
