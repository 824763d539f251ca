using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution.Sources;

/// <summary>
/// Whom "he" means: the subject of an earlier clause of the same sentence, else sentence by sentence backwards whoever spoke
/// there, or the first person named outside quotations whose gender fits, or the role that begins the sentence.
/// </summary>
internal sealed class PronounResolver(ParsedArticle parsed, Bodies bodies, Persons persons, BitMap quoted, Func<NounPhrase, Source> roles)
{
    private const int Farthest = 8;

    private readonly Dictionary<int, List<Source>> speakers = [];
    private Source? lastPlural;
    private Source? lastBody;

    /// <summary>To be told of every speaker in the order of the text.</summary>
    public void Remember(int sentence, Source source)
    {
        if (!speakers.TryGetValue(sentence, out var there))
        {
            speakers.Add(sentence, there = []);
        }

        there.Add(source);
        lastPlural = source.IsPlural ? source : lastPlural;
        lastBody = IsOneBody(source) ? source : lastBody;
    }

    private static bool IsOneBody(Source source) => source.Kind != SourceKind.Person && !(source.Kind == SourceKind.Unnamed && source.IsSomebody) && !source.IsPlural;

    public Source? Of(NounPhrase pronoun, Passage passage, int unit)
    {
        ref readonly var token = ref parsed.Article.Tokens[pronoun.First];
        var text = token.Word.Text;
        if (text is "it" or "its")
        {
            return BodyInPassage(passage, unit) ?? DenierBefore(parsed.SentenceOf(pronoun.First)) ?? lastBody ?? BodyBefore(parsed.SentenceOf(pronoun.First));
        }

        if (text is "they" or "them" or "their" or "these" or "those")
        {
            return lastPlural ?? lastBody;
        }

        return text is "he" or "she" or "him" or "her" or "his" ? Person(token.Word.Gender, pronoun.First, passage, unit) : null;
    }

    private Source? Person(char gender, int token, Passage passage, int unit)
    {
        var sentence = parsed.SentenceOf(token);
        var near = InPassage(gender, passage, unit);
        var isObject = passage.Verb(unit - 1) is not null && parsed.Article.Tokens[token].Word.Text is "him" or "her";
        if (near is not null && !isObject)
        {
            return near;
        }

        // "Hale asked him": not Hale.
        var doer = isObject ? near : null;

        // In its own sentence he is who spoke there already: "Smith said ten died; he said twelve were hurt."
        for (var at = sentence; at >= Math.Max(0, sentence - Farthest); at--)
        {
            if ((Spoken(at, gender, doer) ?? (at < sentence ? Mentioned(at, gender) : null)) is { } found && found != doer)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>"Smith was in Kyiv, where he said": the subject of an earlier verb.</summary>
    private Source? InPassage(char gender, Passage passage, int unit)
    {
        var verb = passage.FiniteBefore(unit);
        return verb >= 0 && passage.SubjectOf(verb) is { Main.Noun: { HasName: true } noun } subject && PersonName.In(parsed.Article, noun) is { } name
            && persons.Of(noun, name, passage, subject.Main.Unit) is { } person && Fits(person, gender) && !passage.Is(unit - 1, ChunkKind.Comma)
            ? person
            : null;
    }

    /// <summary>"Moscow has published nothing since March, when it said": the subject of the clause before.</summary>
    private Source? BodyInPassage(Passage passage, int unit)
    {
        var verb = passage.FiniteBefore(unit);
        return verb >= 0 && passage.SubjectOf(verb) is { Main.Noun: { IsPronoun: false, IsPlural: false } noun } ? bodies.Named(noun) : null;
    }

    /// <summary>"The army denied a claim by the rebels that ten had died. It said": of those who spoke in the sentence before, the one who spoke of the other.</summary>
    private Source? DenierBefore(int sentence) =>
        sentence > 0 && parsed.ChunksOf(sentence - 1) is [NounPhrase { IsPronoun: false, IsPlural: false } noun, VerbGroup { Reporting.Class: "deny", IsNegated: false }, ..] && !quoted[noun.First] ? bodies.Named(noun) : null;

    /// <summary>"The Commission held 38 hearings. It documented": the body that the sentence before begins with, where none has spoken yet.</summary>
    private Source? BodyBefore(int sentence) =>
        sentence > 0 && parsed.ChunksOf(sentence - 1) is [NounPhrase { IsPronoun: false, IsPlural: false } noun, VerbGroup, ..] && !quoted[noun.First] ? bodies.Named(noun) : null;

    /// <summary>The body that spoke last, if it is of one of some kinds and the words name it; null where another spoke since.</summary>
    public Source? LastBody(Predicate<SourceKind> canBe) => lastBody is { Name: [var first, ..] } body && char.IsUpper(first) && canBe(body.Kind) ? body : null;

    /// <summary>The person last named with a role that holds a word: "the spokesman" after "army spokesman Tom Hall".</summary>
    public Source? ByRole(int token, string word, string? country)
    {
        var sentence = parsed.SentenceOf(token);
        for (var at = sentence; at >= Math.Max(0, sentence - Farthest); at--)
        {
            foreach (var chunk in parsed.ChunksOf(at))
            {
                if (chunk is NounPhrase { HasName: true } noun && !quoted[chunk.First] && PersonName.In(parsed.Article, noun) is { } name && name.RoleFirst < name.First)
                {
                    persons.Of(noun, name, null, -1);
                }
            }
        }

        return persons.ByRole(word, country);
    }

    private Source? Spoken(int sentence, char gender, Source? doer) =>
        speakers.TryGetValue(sentence, out var there) ? there.FindLast(source => source != doer && Fits(source, gender)) : null;

    private Source? Mentioned(int sentence, char gender)
    {
        foreach (var chunk in parsed.ChunksOf(sentence))
        {
            if (chunk is NounPhrase noun && !quoted[chunk.First] && !IsThing(noun)
                && (PersonName.In(parsed.Article, noun) ?? (IsOfKin(noun) ? null : PersonName.Possessor(parsed.Article, noun))) is { } name
                && persons.Of(noun, name, null, -1) is { } person && Fits(person, gender))
            {
                return person;
            }
        }

        return InRole(sentence, gender);
    }

    /// <summary>"Hale's daughter left": she did, and not Hale.</summary>
    private static bool IsOfKin(NounPhrase noun) => noun.Person is { } person && noun.PersonToken == noun.Head && person.Flags.Contains("kin");

    /// <summary>"GREENVILLE, S.C. —": a place in capitals before the text; "Iowa" of whom nobody is known; "The Gazette", "in Scranton": "the Ministry of Defence": a bare name behind an article is a paper's, behind "in" a town's, behind a body and "of" the body's, and nobody "he" could mean.</summary>
    private bool IsThing(NounPhrase noun)
    {
        var article = parsed.Article;
        return PersonName.In(article, noun) is { HasGivenName: false } name && name.RoleFirst >= name.First
            && ((article.Tokens[name.First].Is(WordClass.Place) && !persons.IsKnown(name.Surname(article))) || (!article.IsUpperCase && article.Tokens[noun.First].Has(TokenFlags.AllCapitals) && noun.End - noun.First <= 2) || article.Tokens[noun.First].Is(WordClass.Article) || (noun.First > 0 && (article.Tokens[noun.First - 1].Word.Text is "in" or "at" or "near" or "on" || (noun.First > 1 && article.Tokens[noun.First - 1].Word.Text == "of" && BodyNouns.KindOf(article, noun.First - 2) is not null))));
    }

    /// <summary>"The governor answered at a news conference. “…,” he said": the role that begins a sentence and does something there, if nobody is named in it; "the coroner, Mrs Keane," has a name.</summary>
    private Source? InRole(int sentence, char gender)
    {
        var chunks = parsed.ChunksOf(sentence);
        var at = 0;
        if (chunks.Count > 0 && chunks[0].Kind != ChunkKind.NounPhrase)
        {
            // "Asked whether he would go, the governor shrugged", "On Monday, the governor left", "Then the governor left".
            at = chunks[0].Kind == ChunkKind.Adverb ? 1 : chunks.FindIndex(chunk => chunk.Kind == ChunkKind.Comma) + 1;
        }

        return at + 1 < chunks.Count && chunks[at] is NounPhrase { IsPlural: false, IsPronoun: false, Person: { } person } noun && (person.IsRole || IsSomebodys(chunks, noun, person)) && noun.PersonToken == noun.Head && !quoted[noun.First]
            && !IsNoSubject(chunks, at + 1) && !(chunks[at + 1].Kind == ChunkKind.Comma && at + 2 < chunks.Count && chunks[at + 2] is NounPhrase { HasName: true }) && roles(noun) is { } source && Fits(source, gender)
            ? source
            : null;
    }

    /// <summary>"Her husband shook his head. “…,” he said": her son, Hale's wife, if they do something then and there.</summary>
    private bool IsSomebodys(List<Chunk> chunks, NounPhrase noun, Vocabulary.PersonNoun person) =>
        person.Flags.Contains("kin") && ((noun.Determiner & WordClass.Possessive) != 0 || noun.PossessorEnd >= 0) && chunks.FindLast(chunk => chunk is VerbGroup) is VerbGroup verb && Actor.IsDeed(parsed.Article, verb) && PersonName.GenderOf(parsed.Article.Tokens[noun.Head].Word.Text) != 'u';

    /// <summary>Behind the role stands a verb that it is the subject of, or an insertion; not "was killed".</summary>
    private static bool IsNoSubject(List<Chunk> chunks, int at) =>
        chunks[at] is VerbGroup { Voice: Voice.Passive } || (chunks[at] is not VerbGroup && chunks[at].Kind is not (ChunkKind.Comma or ChunkKind.Preposition or ChunkKind.Adverb));

    private static bool Fits(Source source, char gender) =>
        source.IsSomebody && (gender == 'u' || source.Gender == 'u' || source.Gender == gender);
}
