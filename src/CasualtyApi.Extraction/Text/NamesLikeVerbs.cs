namespace CasualtyApi.Extraction.Text;

/// <summary>
/// "the captain, Will Hatherley, said", "wrote Rob Tennant", "by Chase &amp; Sons": a verb that begins with a capital in the middle of a sentence, and goes on
/// with another capital, is somebody's name; so is what stands between a title and another capital ("Rep. Holly Chase, who"). Headlines in capitals tell nothing: there the word before has one, too.
/// </summary>
internal static class NamesLikeVerbs
{
    /// <summary>"the Stop Oil group", "in Reading Borough": behind such a word a capital may be any name's.</summary>
    private const WordClass BeforeOtherNames = WordClass.Article | WordClass.Determiner | WordClass.Possessive | WordClass.Preposition;

    /// <summary>How many words a body's or an event's name may have.</summary>
    private const int LongestName = 8;

    public static void Mark(string text, System.Span<Token> tokens)
    {
        for (var at = 0; at + 1 < tokens.Length; at++)
        {
            if (at > 0 && IsBehindTitle(tokens, at))
            {
                tokens[at] = tokens[at] with { Class = WordClass.GivenName };
                tokens[at + 1] = MayBe(tokens[at + 1]) ? tokens[at + 1] with { Class = WordClass.None } : tokens[at + 1];
            }
            else if (at > 0 && IsSaidBy(tokens, at))
            {
                tokens[at] = tokens[at] with { Class = WordClass.GivenName };
                tokens[at + 1] = tokens[at + 1] with { Class = WordClass.None };
            }
            else if (IsBeforeAdjective(tokens, at))
            {
                tokens[at + 1] = tokens[at + 1] with { Class = WordClass.None };
            }
            else if (at > 1 && EndsName(tokens, at))
            {
                tokens[at] = tokens[at] with { Class = WordClass.Noun };
            }
            else if (MayBe(tokens[at]) && ((at > 0 && StandsInside(text, tokens[at - 1]) && GoesOn(text, tokens, at + 1)) || IsSubject(tokens, at)))
            {
                tokens[at] = tokens[at] with { Class = WordClass.GivenName };
            }
        }
    }

    /// <summary>"Will Hatherley said": wherever it stands, a given name, an unknown one and a verb in the past behind it.</summary>
    private static bool IsSubject(System.Span<Token> tokens, int at) =>
        tokens[at].Is(WordClass.GivenName) && tokens[at + 1] is { Kind: TokenKind.Word, Class: WordClass.None, Capitalized: true } && !tokens[at + 1].Has(TokenFlags.AllCapitals)
        && at + 2 < tokens.Length && tokens[at + 2] is { Capitalized: false } verb && verb.Is(WordClass.VerbPast);

    /// <summary>"Sheriff [Boone Story] told", "Rep. [Holly Chase], who": a word that nobody knows, or one in -ly, between a title and another capital; not "President Says Talks Failed".</summary>
    private static bool IsBehindTitle(System.Span<Token> tokens, int at) =>
        tokens[at - 1] is { Capitalized: true } title && title.Is(WordClass.Title) && IsPlainCapital(tokens[at]) && tokens[at].Class is WordClass.None or WordClass.Adverb
        && IsPlainCapital(tokens[at + 1]) && !tokens[at + 1].Is(WordClass.Function | WordClass.Title | WordClass.Organization | WordClass.Demonym | WordClass.Country | WordClass.VerbS | WordClass.VerbIng) && !GoesOnInCapitals(tokens, at + 2);

    /// <summary>"said [Rich Read] of Leeds": an adjective and a verb, each with a capital, between a verb that reports and no third one.</summary>
    private static bool IsSaidBy(System.Span<Token> tokens, int at) =>
        tokens[at - 1] is { Kind: TokenKind.Word, Capitalized: false } cue && cue.Is(WordClass.ReportingVerb) && cue.Is(WordClass.VerbPast | WordClass.VerbS)
        && IsPlainCapital(tokens[at]) && tokens[at].Class == WordClass.Adjective && IsPlainCapital(tokens[at + 1]) && tokens[at + 1].Is(WordClass.VerbBase | WordClass.VerbPast) && (tokens[at + 1].Class & (WordClass.Noun | WordClass.PersonNoun | WordClass.Name | WordClass.Title | WordClass.Function)) == 0
        && !GoesOnInCapitals(tokens, at + 2);

    /// <summary>"Rory [Strange] told": an adjective with a capital between a given name and a word without one.</summary>
    private static bool IsBeforeAdjective(System.Span<Token> tokens, int at) =>
        IsPlainCapital(tokens[at]) && tokens[at].Class == WordClass.GivenName && IsPlainCapital(tokens[at + 1]) && tokens[at + 1].Class == WordClass.Adjective && !GoesOnInCapitals(tokens, at + 2);

    /// <summary>"the Polk County Steak [Fry],": what could be a verb at the end of a name behind an article.</summary>
    private static bool EndsName(System.Span<Token> tokens, int at)
    {
        if (!MayBe(tokens[at]) || !tokens[at].Is(WordClass.VerbBase) || !IsPlainCapital(tokens[at - 1]) || GoesOnInCapitals(tokens, at + 1))
        {
            return false;
        }

        var first = at - 1;
        while (first > 0 && first > at - LongestName && IsPlainCapital(tokens[first])) first--;
        return first < at - 2 && tokens[first] is { Kind: TokenKind.Word, Capitalized: false } article && article.Is(WordClass.Article);
    }

    private static bool IsPlainCapital(in Token token) => token is { Kind: TokenKind.Word, Capitalized: true, SpaceBefore: true } && !token.Has(TokenFlags.AllCapitals);

    private static bool GoesOnInCapitals(System.Span<Token> tokens, int at) => at < tokens.Length && tokens[at] is { Kind: TokenKind.Word, Capitalized: true };

    /// <summary>A finite form only: "Missing Persons", "Enforced Disappearances" are what a body is about.</summary>
    private static bool MayBe(in Token token) =>
        token.Capitalized && !token.Has(TokenFlags.AllCapitals) && token.Is(WordClass.VerbBase | WordClass.VerbPast | WordClass.Modal)
        && !token.Is(WordClass.VerbParticiple | WordClass.VerbIng | (WordClass.Name & ~WordClass.GivenName) | WordClass.Title | WordClass.PersonNoun | WordClass.Month | WordClass.Be | WordClass.Have | WordClass.Do);

    /// <summary>Behind a small word, a comma or a closing quotation mark no sentence begins.</summary>
    private static bool StandsInside(string text, in Token before) => before.Kind switch
    {
        TokenKind.Word => !before.Capitalized && (!before.Is(BeforeOtherNames) || before.Word.Text is "by" or "to" or "with" or "from"),
        TokenKind.Quote => !before.SpaceBefore,
        TokenKind.Punctuation => text[before.Start] is ',' or '(',
        _ => false,
    };

    private static bool GoesOn(string text, System.Span<Token> tokens, int next)
    {
        ref readonly var token = ref tokens[next];
        return token.Kind == TokenKind.Word ? token is { Capitalized: true, SpaceBefore: true } && !token.Has(TokenFlags.AllCapitals) && !token.Is(WordClass.Function | WordClass.Weekday | WordClass.Number | WordClass.VagueNumber | WordClass.PersonNoun | WordClass.Casualty | WordClass.Country | WordClass.Demonym | WordClass.Organization)
            : token.Kind == TokenKind.Punctuation && text[token.Start] == '&' && next + 1 < tokens.Length && tokens[next + 1].Capitalized;
    }
}
