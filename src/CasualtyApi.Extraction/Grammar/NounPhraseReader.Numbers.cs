using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>Counts inside a noun phrase, and what only looks like one: ages, and words joined by a hyphen.</summary>
internal ref partial struct NounPhraseReader
{
    /// <summary>The longest a name's letters are.</summary>
    private const int MostLetters = 8;

    private void TryCount()
    {
        if (count is null && at < end && CountReader.TryRead(article, at) is { } read && read.End <= end)
        {
            count = read;
            at = Math.Min(read.Next, end);
        }
    }

    /// <summary>"12-year-old", "19-month-old": an age before its noun, and no count.</summary>
    private bool ReadAge()
    {
        if (head < 0 && IsJoined(at) && IsMeasure(at + 2))
        {
            at += 3;
            return true;
        }

        if (head >= 0 || !IsJoined(at) || at + 2 >= end || !(tokens[at + 2].Is(WordClass.TimeUnit) || tokens[at + 2].Word.AdjectiveKind == "age"))
        {
            return false;
        }

        at += 3;
        age = at - 1;
        while (IsJoined(at - 1) && at + 1 < end)
        {
            at += 2;
        }

        return true;
    }

    /// <summary>"a 42-[page] opinion": what a number measures before the noun that it is of; ages are told apart.</summary>
    private readonly bool IsMeasure(int index) =>
        index + 1 < end && determiner != 0 && count is null && tokens[index] is { Kind: TokenKind.Word } unit && !unit.Is(WordClass.Function | WordClass.TimeUnit | WordClass.PersonNoun | WordClass.Casualty) && unit.Word.AdjectiveKind != "age"
        && !unit.Word.IsPlural && tokens[index + 1].Kind == TokenKind.Word && CanContinue(index + 1);

    /// <summary>"the 77th Battalion": digits that rank, before their noun.</summary>
    private bool ReadOrdinal()
    {
        if (head >= 0 || at + 2 >= end || tokens[at + 1].SpaceBefore || !CanContinue(at + 2) || article.TextOf(tokens[at + 1]) is not ("th" or "st" or "nd" or "rd" or "TH" or "ST" or "ND" or "RD"))
        {
            return false;
        }

        at += 2;
        return true;
    }

    /// <summary>A hyphen without spaces behind a token.</summary>
    private readonly bool IsJoined(int index) =>
        index + 2 < end && !tokens[index + 1].SpaceBefore && (!tokens[index + 2].SpaceBefore || tokens[index + 2].Word.Text == "old") && CharacterClass.IsDash(article.Text[tokens[index + 1].Start]);

    /// <summary>"the other 12 soldiers"; but "killed 12 soldiers Monday 30 others" does not go on.</summary>
    private bool ReadInnerCount()
    {
        if (head >= 0 || count is not null)
        {
            return false;
        }

        var start = at;
        TryCount();
        return at > start;
    }

    /// <summary>Over the hyphen of "anti-government" and "11-year-old".</summary>
    private bool ReadHyphen()
    {
        var joins = CharacterClass.IsDash(article.Text[tokens[at].Start])
            || (article.IsMark(at, '/') && at > first && at + 1 < end && tokens[at - 1].Is(WordClass.Organization) && tokens[at + 1] is { Kind: TokenKind.Word, Capitalized: true });
        if (!joins || tokens[at].SpaceBefore || at + 1 >= end || tokens[at + 1].SpaceBefore
            || at == first || tokens[at + 1].Kind is TokenKind.Punctuation or TokenKind.Quote)
        {
            return false;
        }

        head = at + 1;
        personHead = tokens[head].Is(WordClass.PersonNoun) ? head : personHead;
        at += 2;
        return true;
    }

    /// <summary>"67 Farabundo Marti National Liberation Front [(FMLN)] guerrillas": a name's letters, before the people who bear it.</summary>
    private readonly bool IsLettersOfName() =>
        head >= 0 && head == at - 1 && at + 3 < end && article.IsMark(at, '(') && article.IsMark(at + 2, ')') && tokens[at + 3].Is(WordClass.PersonNoun) && !tokens[at + 3].Is(WordClass.Function)
        && !(tokens[head].Is(WordClass.PersonNoun) && tokens[head].Word.Person is not { IsCollective: true }) && tokens[head].Capitalized && tokens[at + 1] is { Kind: TokenKind.Word } letters && letters.Has(TokenFlags.AllCapitals)
        && letters.End - letters.Start <= MostLetters && !letters.Is(WordClass.Country);

    /// <summary>Whether marks stand around nothing but a plural noun and what modifies it.</summary>
    private readonly bool IsQuotedNoun()
    {
        var closing = at + 1;
        while (closing < end && closing < at + 5 && tokens[closing] is { Kind: TokenKind.Word } token && !token.Is(WordClass.Function)) closing++;
        return tokens[at].Kind == TokenKind.Quote && closing > at + 1 && closing < end && tokens[closing].Kind == TokenKind.Quote && IsPluralNoun(closing - 1) && CanContinue(at + 1);
    }

    /// <summary>"seven [as heard] other people", "two “attackers”": over an editor's words, or the mark that only doubts the noun.</summary>
    private bool ReadInsertion()
    {
        if (IsLettersOfName())
        {
            at += 3;
            return true;
        }

        var isBracket = article.IsMark(at, '[');
        if (at + 1 >= end || at == first || (head >= 0 ? !isBracket || tokens[head].Is(WordClass.PersonNoun) : count is null && (determiner & WordClass.Article) == 0))
        {
            return false;
        }

        var next = at + 1;
        if (head < 0 && count is not null && IsQuotedNoun())
        {
            // "150 “royal mercenaries” were killed"
            at = next;
            return true;
        }

        if (tokens[at].Kind != TokenKind.Quote)
        {
            if (!isBracket)
            {
                return false;
            }

            while (next < end && next < at + 8 && !article.IsMark(next, ']'))
            {
                next++;
            }

            next++;
        }

        if (next >= end || !(tokens[next].Is(WordClass.PersonNoun) || (tokens[next].Word.Text is "other" or "more" && next + 1 < end && tokens[next + 1].Is(WordClass.PersonNoun))))
        {
            return false;
        }

        at = next;
        return true;
    }
}
