using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Vocabulary;

/// <summary>Collects entries; several entries of one spelling become one word that can be all of them.</summary>
internal sealed class LexiconBuilder
{
    /// <summary>The possessive mark inside a name ("People's"), which the tokenizer parts from its word.</summary>
    public const string Possessive = "'s";

    private static readonly char[] Separators = [' ', '-'];

    /// <summary>Entries of several words, by their spelling with single spaces.</summary>
    private readonly Dictionary<string, Phrase> phrases = new(StringComparer.Ordinal);

    private readonly Dictionary<(string Lemma, WordClass Form), string> irregular = [];

    public Dictionary<string, Word> Words { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Country> CountriesByCode { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Organization> OrganizationsByName { get; } = new(StringComparer.Ordinal);

    /// <summary>The entry of a spelling of one word or several, made if it is new.</summary>
    /// <param name="spelling">In any case; hyphens and spaces part words.</param>
    /// <param name="isName">True where it is to be read only when its words are capitalised.</param>
    /// <param name="isAsSpelled">True of a name whose words need no capital where the spelling has none.</param>
    public Word Entry(string spelling, bool isName = false, bool isAsSpelled = false)
    {
        var parts = Parts(Fold(spelling));
        if (parts.Length == 1)
        {
            return Single(parts[0]);
        }

        var joined = string.Join(' ', parts);
        if (!phrases.TryGetValue(joined, out var phrase))
        {
            var rest = parts[1..].Select(Single).ToArray();
            rest[0].GoesOnPhrases = true;
            phrases.Add(joined, phrase = new Phrase(rest, new Word(joined), isName));
            Single(parts[0]).Add(phrase);
        }

        if (isAsSpelled) phrase.Spell(Parts(spelling));
        return phrase.Entry;
    }

    /// <summary>The words of a spelling, a possessive mark of its own among them.</summary>
    private static string[] Parts(string spelling) =>
        (spelling.Contains(' ', StringComparison.Ordinal) ? (spelling + " ").Replace("'s ", $" {Possessive} ", StringComparison.Ordinal) : spelling).Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Adds a class and returns the entry, to hang more on it.</summary>
    public Word Add(string spelling, WordClass classes, bool isName = false, bool isAsSpelled = false)
    {
        var entry = Entry(spelling, isName, isAsSpelled);
        entry.Class |= classes;
        return entry;
    }

    /// <summary>Every inflected form of a verb.</summary>
    public void AddVerb(string lemma, string past, string participle, IReadOnlySet<string> flags, Action<Word>? hang = null)
    {
        var space = lemma.IndexOf(' ', StringComparison.Ordinal);
        var (stem, particle) = space < 0 ? (lemma, "") : (lemma[..space], lemma[space..]);
        var known = Words.GetValueOrDefault(stem)?.Verb is { } verbOfStem && verbOfStem.Lemma == stem ? verbOfStem : null;
        var verb = space < 0 ? known ?? new Verb(lemma, flags.Contains("noun"), flags.Contains("adj")) : new Verb(lemma, false, false);
        past = past.Length > 0 ? past : IrregularForm(stem, WordClass.VerbPast) ?? Regular(stem, flags, Inflection.Past);
        participle = participle.Length > 0 ? participle : IrregularForm(stem, WordClass.VerbParticiple) ?? past;

        Form(stem, WordClass.VerbBase);
        Form(Inflection.AddS(stem), WordClass.VerbS);
        Form(past, WordClass.VerbPast);
        Form(participle, WordClass.VerbParticiple);
        Form(IrregularForm(stem, WordClass.VerbIng) ?? Regular(stem, flags, Inflection.Ing), WordClass.VerbIng);
        if (verb.AlsoNoun)
        {
            Add(stem, WordClass.Noun);
            Add(Inflection.AddS(stem), WordClass.Noun).IsPlural = true;
        }

        void Form(string form, WordClass classes)
        {
            foreach (var spelling in form.Split(';'))
            {
                var word = Add(spelling + particle, classes);
                word.Verb = verb;
                hang?.Invoke(word);
            }
        }
    }

    /// <summary>A word that no entry says anything of is what its ending tells.</summary>
    public LexiconBuilder Finish()
    {
        foreach (var word in Words.Values)
        {
            if (word.Class == WordClass.None)
            {
                word.Class = Word.Guess(word.Text).Class;
            }
        }

        return this;
    }

    public static string Fold(string spelling) => CharacterClass.Folded(spelling);

    /// <summary>A form that verbs.tsv has already given to a verb, so that other files name the lemma only.</summary>
    private string? IrregularForm(string stem, WordClass form) =>
        irregular.GetValueOrDefault((stem, form));

    /// <summary>Remembers how verbs.tsv spells a verb's forms.</summary>
    public void Remember(string lemma, string past, string participle, IReadOnlySet<string> flags)
    {
        past = past.Length > 0 ? past : Regular(lemma, flags, Inflection.Past);
        irregular[(lemma, WordClass.VerbPast)] = past;
        irregular[(lemma, WordClass.VerbParticiple)] = participle.Length > 0 ? participle : past;
        irregular[(lemma, WordClass.VerbIng)] = Regular(lemma, flags, Inflection.Ing);
    }

    /// <summary>"stopped"; "totaled" and "totalled", where both are written.</summary>
    private static string Regular(string lemma, IReadOnlySet<string> flags, Func<string, bool, string> form) =>
        flags.Contains("double-either") ? $"{form(lemma, false)};{form(lemma, true)}" : form(lemma, flags.Contains("double"));

    private Word Single(string spelling)
    {
        if (!Words.TryGetValue(spelling, out var word))
        {
            word = new Word(spelling);
            Words.Add(spelling, word);
        }

        return word;
    }
}
