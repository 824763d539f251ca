using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>What kind of word can report.</summary>
internal enum CueKind : byte
{
    Verb,
    Noun,
    Adjective,
    AccordingTo,

    /// <summary>A colon, or a dash.</summary>
    Mark,
}

/// <summary>A place in a passage where something may be attributed, with what the rules ask about it, found once.</summary>
internal sealed class Cue(Passage passage, CueKind kind, int unit, ReportingTerm? term)
{
    private static readonly ReportingTerm Plain = new("", "say", new HashSet<string>(), new HashSet<string>());

    private Complement? complement;
    private SpeakerPhrase? subject;
    private bool isSubjectKnown;
    private bool? isQuotedAsSaying;

    public Passage Passage { get; } = passage;

    public CueKind Kind { get; } = kind;

    public int Unit { get; } = unit;

    public ReportingTerm Term { get; } = term ?? Plain;

    public VerbGroup? Verb { get; } = passage.Verb(unit);

    /// <summary>Whoever does the reporting, if it stands before the verb.</summary>
    public SpeakerPhrase? Subject
    {
        get
        {
            if (!isSubjectKnown)
            {
                subject = Kind == CueKind.Verb ? Passage.SubjectOf(Unit) : null;
                isSubjectKnown = true;
            }

            return subject;
        }
    }

    /// <inheritdoc cref="RevealedRule.IsQuotedAsSaying"/>
    public bool IsQuotedAsSaying => isQuotedAsSaying ??= RevealedRule.IsQuotedAsSaying(this);

    public Complement Complement => complement ??= ComplementReader.After(Passage, Unit + 1, Term);

    /// <summary>A plain finite assertion: "said", "has said", "is saying"; not "could say", "did not say", "to say", "was said".</summary>
    public bool Asserts => Verb is { IsNegated: false } && (Verb.Modal < 0 || SaysOnly) && (Verb.Voice is Voice.Active or Voice.BareParticiple || GoesOn) && !IsByAgent && !IsOfItsSubject && !SaysNothing && !IsAsked;

    /// <summary>"Asked whether the minister believed it", "would not say if the firm had known": a question is no assertion of whom it is about.</summary>
    private bool IsAsked => Subject is { FirstUnit: > 0 and var first } && Passage.Word(first - 1) is "whether" or "if" && Passage.Noun(first - 1) is null && Passage.Word(first - 2) != "even";

    /// <summary>"said nothing", "a resident said otherwise", "neither confirmed nor denied it": no word of what is or is not so.</summary>
    private bool SaysNothing => (Passage.Word(Unit + 1) is "otherwise" or "so" && (Unit + 2 >= Passage.Count || Passage.IsStop(Unit + 2) || Passage.Is(Unit + 2, ChunkKind.Comma)))
        || (Passage.Word(Unit + 1) == "nothing" && Passage.Verb(Unit + 2) is null) || Passage.Word(Unit - 1) is "neither" or "nor";

    /// <summary>"would say only that", "would only confirm that": said, and nothing besides.</summary>
    private bool SaysOnly => Passage.Article.Tokens[Verb!.Modal].Word.Text is "would" or "will" && (Passage.Word(Unit + 1) == "only" || Passage.Article.Words(Verb.First, Verb.Main).Contains("only", StringComparison.Ordinal));

    /// <summary>"continued to call for", "appeared to blame": the verb before only says how long or how plainly.</summary>
    public bool GoesOn => Verb!.Voice == Voice.Infinitive
        && Passage.Verb(Unit - 1) is { IsNegated: false, Modal: < 0, Verb.Lemma: "continue" or "begin" or "start" or "appear" or "seem" or "proceed" } && Passage.IsFinite(Unit - 1);

    /// <summary>A whole assertion follows, and the verb is one that takes it.</summary>
    public bool TakesClause => Complement.IsClause && (Term.TakesClause || (TakesQuestion && Complement.Kind == ComplementKind.That && Passage.Word(Complement.Unit) != "that"));

    /// <summary>"described how it burned", "asked whether": a verb that takes a thing takes a question for it.</summary>
    private bool TakesQuestion => Term.TakesThing && !Term.IsWeak;

    /// <summary>"half of them believed to be alive", "two men suspected of arson": others believe it of them; "claimed to have seen it" is their own word.</summary>
    private bool IsOfItsSubject
    {
        get
        {
            var to = Verb!.Main + 1;
            var tokens = Passage.Article.Tokens;
            return IsOfAccused || (!Term.TakesInfinitive && to + 1 < tokens.Length && tokens[to].Word.Text == "to" && (tokens[to + 1].Is(Text.WordClass.Be) || tokens[to + 1].Word.Text == "have"));
        }
    }

    /// <summary>"Forty inmates accused of rebellion", "soldiers charged with murder": nobody is said to do it.</summary>
    private bool IsOfAccused =>
        Verb!.Voice == Voice.BareParticiple && Term.Term switch { "accuse" or "suspect" => "of", "charge" => "with", _ => null } is { } preposition && Passage.Word(Unit + 1) == preposition;

    /// <summary>"said by witnesses"; but "said by phone" tells how.</summary>
    public bool IsByAgent => Verb?.Voice == Voice.BareParticiple && Passage.Word(Unit + 1) == "by" && Passage.Word(Unit + 2) is not ("phone" or "telephone" or "email" or "text" or "radio" or "letter" or "video" or "satellite" or "fax" or "message");

    /// <summary>The first token of the reporting words.</summary>
    public int CueToken => Verb?.Main ?? (Kind == CueKind.Noun ? Passage.Noun(Unit)!.Head : Passage[Unit].First);
}
