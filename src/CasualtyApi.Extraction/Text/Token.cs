namespace CasualtyApi.Extraction.Text;

internal enum TokenKind : byte
{
    /// <summary>Letters, or an entry of the vocabulary that spans several words ("United States").</summary>
    Word,

    /// <summary>Digits, with separators inside.</summary>
    Number,

    /// <summary>"'s" or the bare apostrophe of a plural.</summary>
    PossessiveMark,

    /// <summary>A quotation mark of any shape.</summary>
    Quote,

    /// <summary>Any other single character.</summary>
    Punctuation,
}

[Flags]
internal enum TokenFlags : byte
{
    None = 0,
    SpaceBefore = 1,
    LineBreakBefore = 2,
    BlankLineBefore = 4,
    Capitalized = 8,

    /// <summary>Two letters or more, none of them lower case.</summary>
    AllCapitals = 16,

    /// <summary>An abbreviation that carries its own full stop.</summary>
    Abbreviation = 32,

    /// <summary>Entries of several words begin with this one.</summary>
    BeginsPhrases = 64,

    /// <summary>It is the second word of entries of several words.</summary>
    GoesOnPhrases = 128,
}

/// <summary>A word, number or mark at its place in the text (UTF-16, end exclusive).</summary>
internal readonly record struct Token(int Start, int End, TokenKind Kind, TokenFlags Flags, Word Word, WordClass Class)
{
    public bool Is(WordClass any) => (Class & any) != 0;

    public bool Has(TokenFlags flag) => (Flags & flag) != 0;

    public bool SpaceBefore => (Flags & TokenFlags.SpaceBefore) != 0;

    public bool Capitalized => (Flags & TokenFlags.Capitalized) != 0;
}
