using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Attribution.Sources;

/// <summary>Sources named by what they are: "U.S. officials", "reports", "a resident". The same words again are the same source.</summary>
internal sealed class Unnamed(Article article, Bodies bodies)
{
    private readonly Dictionary<string, Source> byWords = new(StringComparer.OrdinalIgnoreCase);

    public Source Of(NounPhrase noun)
    {
        var first = noun.First;
        while (first < noun.Head && article.Tokens[first].Word.Text is "the" or "that" or "this" or "these" or "those")
        {
            first++;
        }

        return Of(Wording.Of(article, first, EndOf(noun)), noun);
    }

    /// <summary>"[one of the victims] said": a bare number is worded with those it is of.</summary>
    private int EndOf(NounPhrase noun) => WholeOf(noun)?.End ?? noun.End;

    /// <summary>Those whom a bare number picks from; null where it stands alone.</summary>
    private NounPhrase? WholeOf(NounPhrase noun) =>
        noun.IsElliptic && article.Tokens[noun.End].Word.Text == "of" && NounPhraseReader.TryRead(article, noun.End + 1, Math.Min(noun.End + 8, article.Tokens.Length), []) is { IsPronoun: false } whole ? whole : null;

    /// <summary>A private person is kept under the role, without the name: "resident" for "resident Maria Lopez".</summary>
    public Source Private(string role, NounPhrase noun) => Of(role, noun);

    private Source Of(string words, NounPhrase noun)
    {
        if (!byWords.TryGetValue(words, out var source))
        {
            var body = SpeaksForBody(noun) ? bodies.Within(noun.First, noun.Head) : null;
            source = new Source
            {
                Name = words,
                Kind = SourceKind.Unnamed,
                Country = body?.Country ?? noun.Country?.Code,
                Affiliation = body,
                IsPlural = noun.IsPlural,
                IsSomebody = !noun.IsPlural && (noun.Person is not null || (noun is { IsElliptic: true, Count: { Low: 1, High: 1 } } && WholeOf(noun) is null or { Person: not null })),
                Gender = PersonName.GenderOfNoun(article.Tokens[noun.Head]),
            };
            byWords.Add(words, source);
        }

        return source;
    }

    /// <summary>Officials and soldiers speak for their nation; experts and residents do not.</summary>
    private bool SpeaksForBody(NounPhrase noun)
    {
        var word = article.Tokens[noun.Head].Word.Text;
        return noun.Person is { } person && (person.Kind is PartyKind.Military or PartyKind.Police || person.Flags.Contains("title") || person.Flags.Contains("rank")
            || word is "official" or "officials" or "source" or "sources" or "aide" or "aides" or "diplomat" or "diplomats" or "representative" or "representatives")
            && !person.IsPrivate;
    }
}
