using System.Buffers;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Text;

/// <summary>Cuts a text into tokens in one pass, left to right; nothing of the text is lost but white space.</summary>
internal ref struct Tokenizer
{
    private const int LongestWord = 64;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private readonly string text;
    private readonly Lexicon lexicon;
    private readonly TokenList tokens;

    /// <summary>Where each word is folded in its turn.</summary>
    private readonly System.Span<char> folded;

    private int position;

    private Tokenizer(string text, Lexicon lexicon, TokenList tokens, System.Span<char> folded)
    {
        this.text = text;
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.folded = folded;
    }

    public static void Tokenize(string text, Lexicon lexicon, TokenList tokens) => new Tokenizer(text, lexicon, tokens, stackalloc char[LongestWord]).Run();

    private void Run()
    {
        while (true)
        {
            var flags = SkipSpace();
            if (position >= text.Length)
            {
                return;
            }

            var character = text[position];
            if (IsPictogram())
            {
                // "😀 Police said": no part of anybody's name.
                Add(position + 2, TokenKind.Punctuation, flags, Word.Unknown, WordClass.None);
            }
            else if (CharacterClass.IsWordPart(character))
            {
                ReadWord(flags);
            }
            else if (char.IsAsciiDigit(character) || IsLeadingPoint(character, flags))
            {
                ReadNumber(flags);
            }
            else if (CharacterClass.IsApostrophe(character) && IsPossessive(flags))
            {
                var end = position + 1 < text.Length && text[position + 1] is 's' or 'S' ? position + 2 : position + 1;
                Add(end, TokenKind.PossessiveMark, flags, Word.Unknown, WordClass.None);
            }
            else
            {
                var kind = CharacterClass.IsQuote(character) ? TokenKind.Quote : TokenKind.Punctuation;
                Add(position + 1, kind, flags, Word.Unknown, WordClass.None);
            }
        }
    }

    private readonly bool IsPictogram() =>
        char.IsHighSurrogate(text[position]) && position + 1 < text.Length && char.IsLowSurrogate(text[position + 1])
        && System.Globalization.CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[position], text[position + 1])) is System.Globalization.UnicodeCategory.OtherSymbol or System.Globalization.UnicodeCategory.ModifierSymbol;

    private TokenFlags SkipSpace()
    {
        var start = position;
        var lines = 0;
        while (position < text.Length)
        {
            var character = text[position];
            if (character == '\n')
            {
                lines++;
            }
            else if (character is not ' ' && !char.IsWhiteSpace(character) && character is not ('\u200B' or '\uFEFF'))
            {
                break;
            }

            position++;
        }

        return (position > start ? TokenFlags.SpaceBefore : TokenFlags.None)
            | (lines > 0 ? TokenFlags.LineBreakBefore : TokenFlags.None)
            | (lines > 1 ? TokenFlags.BlankLineBefore : TokenFlags.None);
    }

    /// <summary>An apostrophe right behind a word: "Kirby's", and "officials'" where no quotation could end.</summary>
    private readonly bool IsPossessive(TokenFlags flags)
    {
        if ((flags & TokenFlags.SpaceBefore) != 0 || tokens.Count == 0 || tokens[tokens.Count - 1].Kind is TokenKind.Quote or TokenKind.Punctuation)
        {
            return false;
        }

        var next = position + 1 < text.Length ? text[position + 1] : '\0';
        if (next is 's' or 'S')
        {
            return position + 2 >= text.Length || !CharacterClass.IsWordPart(text[position + 2]);
        }

        return text[position - 1] is 's' or 'S' && next is ' ' or '\n' && position + 2 < text.Length && char.IsLetter(text[position + 2])
            && !tokens.HasOpenSingleQuote;
    }

    private void ReadWord(TokenFlags flags)
    {
        var start = position;
        var (end, length) = (start, 0);
        var plain = Spelling.ReadPlain(text.AsSpan(start), folded, out var shape, out var letters);
        if (plain >= 0)
        {
            (end, length) = (start + plain, plain);
            flags |= shape;
        }
        else
        {
            end = WordExtent.End(text, start);
            flags |= Spelling.Shape(text.AsSpan(start, end - start));
            length = Spelling.FoldInto(text.AsSpan(start, end - start), folded);
        }

        if (length < 0)
        {
            Add(end, TokenKind.Word, flags, Word.Unknown, WordClass.None);
            return;
        }

        var spelling = folded[..length];
        if (end < text.Length && text[end] == '.' && lexicon.Find(Spelling.WithFullStop(folded, length)) is { } abbreviation
            && (abbreviation.Class != WordClass.None || (abbreviation.InPhrases & TokenFlags.BeginsPhrases) != 0))
        {
            Add(end + 1, TokenKind.Word, flags | TokenFlags.Abbreviation | abbreviation.InPhrases, abbreviation.Word.InFull ?? abbreviation.Word, abbreviation.ClassAs(flags));
            return;
        }

        var word = (plain >= 0 ? lexicon.FindPlain(spelling, letters) : lexicon.Find(spelling)) ?? WordEntry.Of(IsName(flags) ? Word.Unknown : Word.Guess(spelling));
        // "26 May", "in May": behind a number or a preposition the month, not the verb.
        var isMonth = word.Class.HasFlag(WordClass.Month | WordClass.Modal) && (flags & TokenFlags.Capitalized) != 0
            && tokens.Count > 0 && tokens[tokens.Count - 1] is var before && (before.Kind == TokenKind.Number || before.Is(WordClass.Preposition));
        Add(end, TokenKind.Word, flags | word.InPhrases, word.Word, isMonth ? WordClass.Month : IsAcronym(word.Class, flags, end) ? WordClass.Organization : word.ClassAs(flags));
    }

    /// <summary>"the WHO said", "12 IS fighters": in capitals among words that are not, what else is a word of the grammar is a body; "it IS true" only stresses the word.</summary>
    private readonly bool IsAcronym(WordClass classes, TokenFlags flags, int end) =>
        (flags & TokenFlags.AllCapitals) != 0 && (classes & WordClass.Organization) != 0
        && ((classes & WordClass.Relative) != 0 || ((classes & WordClass.Be) != 0 && !(tokens.Count > 0 && (flags & TokenFlags.LineBreakBefore) == 0 && tokens[tokens.Count - 1].Is(WordClass.Pronoun | WordClass.Noun | WordClass.PersonNoun | WordClass.Name | WordClass.Relative | WordClass.Subordinator))))
        && ((end + 1 < text.Length && char.IsLower(text[end + 1])) || (tokens.Count > 0 && tokens[tokens.Count - 1] is { Kind: TokenKind.Word } before && !before.Has(TokenFlags.AllCapitals)));

    /// <summary>"Xi Jinping", "Min Aung Hlaing": an unknown word with a capital behind a word is a name, whatever its ending.</summary>
    private readonly bool IsName(TokenFlags flags) =>
        (flags & (TokenFlags.Capitalized | TokenFlags.AllCapitals)) == TokenFlags.Capitalized && tokens.Count > 0 && tokens[tokens.Count - 1].Kind == TokenKind.Word;

    /// <summary>".45": a decimal without its nought.</summary>
    private readonly bool IsLeadingPoint(char character, TokenFlags flags) =>
        character == '.' && ((flags & TokenFlags.SpaceBefore) != 0 || position == 0) && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]);

    private void ReadNumber(TokenFlags flags)
    {
        var end = text[position] == '.' ? position + 1 : position;
        while (true)
        {
            var rest = text.AsSpan(end).IndexOfAnyExcept(Digits);
            end = rest < 0 ? text.Length : end + rest;
            if (end + 1 < text.Length && text[end] is ',' or '.' && char.IsAsciiDigit(text[end + 1]))
            {
                end++;
                continue;
            }

            break;
        }

        if (IsDecade(end)) Add(end + 1, TokenKind.Word, flags, Word.Decade, WordClass.Noun);
        else Add(end, TokenKind.Number, flags, Word.Unknown, WordClass.Cardinal);
    }

    /// <summary>"the 1980s", "a woman in her 30s".</summary>
    private readonly bool IsDecade(int end) =>
        end < text.Length && text[end] is 's' or 'S' && (end - position is 2 or 4) && text[end - 1] == '0' && (end + 1 == text.Length || !CharacterClass.IsWordPart(text[end + 1]));

    private void Add(int end, TokenKind kind, TokenFlags flags, Word word, WordClass classes)
    {
        tokens.Add(new Token(position, end, kind, flags, word, classes));
        position = end;
    }
}
