using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>
/// A sentence, or the sentences that one quotation runs over, with every quotation that is said taken as one unit:
/// <c>“It began at dawn. It has not ended,” she said.</c> is quotation, noun phrase, verb, full stop.
/// </summary>
internal sealed class Passage(Article article, int firstSentence, int endSentence, List<Chunk> units, int lastFragment)
{
    private SpeakerPhrase?[]? subjects;
    private int[]? finite;
    private int subjectsKnown;

    public Article Article { get; } = article;

    public int FirstSentence { get; } = firstSentence;

    public int EndSentence { get; } = endSentence;

    public int Paragraph => Article.Sentences[FirstSentence].Paragraph;

    public int First => Article.Sentences[FirstSentence].First;

    public int End => Article.Sentences[EndSentence - 1].End;

    public int Count => units.Count;

    public Chunk this[int index] => units[index];

    /// <summary>Whether the passage has such a unit: asked so often that one comparison does for both ends.</summary>
    private bool Holds(int unit) => unchecked((uint)unit < (uint)units.Count);

    public bool Is(int unit, ChunkKind kind) => Holds(unit) && units[unit].Kind == kind;

    public bool IsQuotation(int unit) => Is(unit, ChunkKind.Quotation);

    /// <summary>The number of the quotation at a unit that is one.</summary>
    public int Quotation(int unit) => ((SaidQuotation)units[unit]).Index;

    /// <summary>A mark that ends a clause; not the one of an abbreviation, "(R-Ga.)", "Scranton, Pa., said".</summary>
    public bool IsStop(int unit) => Is(unit, ChunkKind.Stop) && !Is(unit + 1, ChunkKind.Close) && !Is(unit + 1, ChunkKind.Comma);

    public NounPhrase? Noun(int unit) => Holds(unit) ? units[unit] as NounPhrase : null;

    public VerbGroup? Verb(int unit) => Holds(unit) ? units[unit] as VerbGroup : null;

    public string Word(int unit) => Holds(unit) ? Article.Tokens[units[unit].First].Word.Text : "";

    public ref readonly Token Token(int unit) => ref Article.Tokens[units[unit].First];

    /// <summary>The first unit that begins behind a token.</summary>
    public int UnitBehind(int token)
    {
        var (low, high) = (0, units.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = units[middle].First > token ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>A word or two in quotation marks stand somewhere behind a unit ("called it a 'massacre'").</summary>
    public bool HasFragmentBehind(int unit) => lastFragment > units[unit].First;

    /// <summary>The subject of the verb group at a unit, found once; those of earlier verbs first, since it may be theirs.</summary>
    public SpeakerPhrase? SubjectOf(int verb)
    {
        subjects ??= new SpeakerPhrase?[units.Count];
        for (; subjectsKnown < verb; subjectsKnown++)
        {
            if (IsFinite(subjectsKnown))
            {
                subjects[subjectsKnown] = SubjectFinder.Before(this, subjectsKnown);
            }
        }

        return verb < subjectsKnown && IsFinite(verb) ? subjects[verb] : SubjectFinder.Before(this, verb);
    }

    /// <summary>The last verb group before a unit that is finite: it has a subject of its own; −1 if there is none.</summary>
    public int FiniteBefore(int unit)
    {
        finite ??= FiniteVerbs();
        return unit <= 0 ? -1 : finite[unit - 1];
    }

    public bool IsFinite(int unit) => (finite ??= FiniteVerbs())[unit] == unit;

    private int[] FiniteVerbs()
    {
        var last = -1;
        var verbs = new int[units.Count];
        for (var index = 0; index < units.Count; index++)
        {
            verbs[index] = last = StandsFinite(index) ? index : last;
        }

        return verbs;
    }

    private bool StandsFinite(int unit)
    {
        if (units[unit] is not VerbGroup verb || verb.Voice is Voice.Ing or Voice.Infinitive)
        {
            return false;
        }

        return verb.Voice != Voice.BareParticiple || (!IsReducedPassive(unit) && verb.Main == verb.First ? HasSubjectBefore(unit) : !IsReducedPassive(unit));
    }

    /// <summary>"suffered by", "known as": a participle that hangs on its noun.</summary>
    private bool IsReducedPassive(int unit)
    {
        if (!Article.Tokens[((VerbGroup)units[unit]).Main].Is(WordClass.VerbPast))
        {
            return true;
        }

        var at = unit + 1;
        while (at < unit + 8 && Noun(Is(at, ChunkKind.Preposition) ? at + 1 : at) is { } noun && (Is(at, ChunkKind.Preposition) || SpeakerTest.IsTime(Article, noun)))
        {
            if (Word(at) is "by")
            {
                return true;
            }

            at += Is(at, ChunkKind.Preposition) ? 2 : 1;
        }

        // "A statement released on Friday said": another verb follows and no subject for it; but "relatives who waited at the gate said".
        return !Is(SubjectFinder.OverAdverbs(this, unit - 1), ChunkKind.Relative) && at > unit + 1 && Verb(at) is { Voice: not (Voice.Ing or Voice.Infinitive) };
    }

    private bool HasSubjectBefore(int unit) => unit > 0
        && (IsQuotation(unit - 1) || Is(unit - 1, ChunkKind.NounPhrase) || Is(unit - 1, ChunkKind.Comma) || Is(unit - 1, ChunkKind.Relative)
            || Is(unit - 1, ChunkKind.Coordinator) || Is(unit - 1, ChunkKind.Adverb) || Is(unit - 1, ChunkKind.Close) || Is(unit - 1, ChunkKind.Dash));
}
