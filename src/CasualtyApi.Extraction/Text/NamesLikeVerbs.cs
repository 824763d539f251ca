namespace CasualtyApi.Extraction.Text;

/// <summary>
/// "the captain, Will Hatherley, said", "wrote Rob Tennant", "by Chase &amp; Sons": a verb that begins with a capital in the middle of a sentence, and goes on
/// with another capital, is somebody's name. Headlines in capitals tell nothing: there the word before has one, too.
/// </summary>
internal static class NamesLikeVerbs
{
    /// <summary>"the Stop Oil group", "in Reading Borough": behind such a word a capital may be any name's.</summary>
    private const WordClass BeforeOtherNames = WordClass.Article | WordClass.Determiner | WordClass.Possessive | WordClass.Preposition;

    public static void Mark(string text, System.Span<Token> tokens)
    {
        for (var at = 0; at + 1 < tokens.Length; at++)
        {
            if (MayBe(tokens[at]) && ((at > 0 && StandsInside(text, tokens[at - 1]) && GoesOn(text, tokens, at + 1)) || IsSubject(tokens, at)))
            {
                tokens[at] = tokens[at] with { Class = WordClass.GivenName };
            }
        }
    }

    /// <summary>"Will Hatherley said": wherever it stands, a given name, an unknown one and a verb in the past behind it.</summary>
    private static bool IsSubject(System.Span<Token> tokens, int at) =>
        tokens[at].Is(WordClass.GivenName) && tokens[at + 1] is { Kind: TokenKind.Word, Class: WordClass.None, Capitalized: true } && !tokens[at + 1].Has(TokenFlags.AllCapitals)
        && at + 2 < tokens.Length && tokens[at + 2] is { Capitalized: false } verb && verb.Is(WordClass.VerbPast);

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
