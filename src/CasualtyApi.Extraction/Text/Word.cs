using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Text;

/// <summary>An entry of the vocabulary: one spelling, folded, with all that it can mean.</summary>
internal sealed class Word(string text)
{
    /// <summary>Words the vocabulary does not hold, by the shape of their endings.</summary>
    public static Word Unknown { get; } = new("");

    /// <summary>"1980s", "30s".</summary>
    public static Word Decade { get; } = new("") { Class = WordClass.Noun };

    private static readonly Word UnknownIng = new("") { Class = WordClass.VerbIng };
    private static readonly Word UnknownEd = new("") { Class = WordClass.VerbPast | WordClass.VerbParticiple };
    private static readonly Word UnknownLy = new("") { Class = WordClass.Adverb };

    /// <summary>Words are compared by reference, and looked up too often for the runtime's own hash of one.</summary>
    private readonly int hash = string.GetHashCode(text, StringComparison.Ordinal);

    /// <summary>A bit of each word that entries of several words go on with behind this one: few words of a text have any of them.</summary>
    private ulong seconds;

    public string Text { get; } = text;

    public override int GetHashCode() => hash;

    public WordClass Class { get; set; }

    /// <summary>The value of a cardinal, an ordinal, a scale ("dozen": 12), or the low of a vague number.</summary>
    public long Value { get; set; }

    public Verb? Verb { get; set; }

    public PersonNoun? Person { get; set; }

    /// <summary>True where this is the plural spelling of <see cref="Person"/> or of a noun.</summary>
    public bool IsPlural { get; set; }

    /// <summary>What it says as a verb or an adjective.</summary>
    public CasualtyTerm? Casualty { get; set; }

    /// <summary>What it says as a noun: "murder" is both.</summary>
    public CasualtyTerm? CasualtyNoun { get; set; }

    public ReportingTerm? Reporting { get; set; }

    public Country? Country { get; set; }

    public Organization? Organization { get; set; }

    public Title? Title { get; set; }

    /// <summary>Places of this name, most populous first.</summary>
    public IReadOnlyList<Place> Places { get; set; } = [];

    /// <summary>What a number before this noun counts instead of people ("equipment", "time", "money").</summary>
    public string? NotPeople { get; set; }

    public BodyPart BodyPart { get; set; }

    /// <summary>A thing or an event that is not fought with, whosever it is: a bus, a shooting.</summary>
    public bool IsCivil { get; set; }

    /// <summary>'m', 'f' or 'u' for a given name or a pronoun.</summary>
    public char Gender { get; set; } = 'u';

    /// <summary>The word that an abbreviation with a full stop is short for, and read as ("incl."); null for any other.</summary>
    public Word? InFull { get; set; }

    /// <summary>The adjective's kind ("sex", "status", "people-name").</summary>
    public string? AdjectiveKind { get; set; }

    /// <summary>Entries of several words that begin with this one.</summary>
    public PhraseIndex? Phrases { get; private set; }

    /// <summary>Whether any entry can go on with such a word: no for most, with no look at <see cref="Phrases"/>.</summary>
    public bool MayGoOnWith(Word second) => (seconds & second.Bit) != 0;

    private ulong Bit => 1UL << (hash & 63);

    /// <summary>Adds an entry of several words that begins with this one.</summary>
    public void Add(Phrase phrase)
    {
        (Phrases ??= new PhraseIndex()).Add(phrase);
        seconds |= phrase.Rest[0].Bit;
    }

    /// <summary>True where it is the second word of entries of several words.</summary>
    public bool GoesOnPhrases { get; set; }

    /// <summary>Phrases of count rules that begin with this word.</summary>
    public List<CountLead>? CountLeads { get; set; }

    /// <summary>Phrases of count rules that stand behind a number and begin with this word.</summary>
    public List<CountTail>? CountTails { get; set; }

    /// <summary>What a folded word can be that the vocabulary does not hold, told by its ending.</summary>
    public static Word Guess(ReadOnlySpan<char> folded) => folded switch
    {
        [_, _, _, .., 'i', 'n', 'g'] => UnknownIng,
        [_, _, .., 'e', 'd'] => UnknownEd,
        [_, _, _, .., 'l', 'y'] => UnknownLy,
        _ => Unknown,
    };

    public override string ToString() => Text;
}
