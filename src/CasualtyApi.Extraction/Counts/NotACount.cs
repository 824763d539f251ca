using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Counts;

/// <summary>Numbers that count nothing: years, times, ages, prices, calibres, percentages, parts of a name.</summary>
internal static class NotACount
{
    /// <summary>Whether what begins at a token is a number that names, dates or prices something.</summary>
    public static bool Begins(Article article, int index) =>
        article.Tokens[index].Kind == TokenKind.Number ? FollowsHyphen(article, index) || IsModel(article, index) || IsPrice(article, index) || IsYear(article, index) || IsNumbered(article, index) || IsOfRatio(article, index) || Periods.NumericDate.Holds(article, index)
        : article.Tokens[index].Is(WordClass.Number) && (IsJoinedBehind(article, index) || IsOfRatio(article, index) || IsAge(article, index) || IsClock(article, index) || (article.Tokens[index].Is(WordClass.Scale) && index > 0 && article.Tokens[index - 1].Kind == TokenKind.Number && IsPrice(article, index - 1)));

    /// <summary>"the ATR 72 turboprop", "a BMP 2": behind letters that are no word, with an article before them, the number of a model.</summary>
    private static bool IsModel(Article article, int index)
    {
        var tokens = article.Tokens;
        return index > 1 && !article.IsUpperCase && tokens[index - 1] is { Kind: TokenKind.Word, Class: WordClass.None } letters && letters.Has(TokenFlags.AllCapitals) && tokens[index - 2].Is(WordClass.Article);
    }

    /// <summary>"nine out of ten of those hurt", "three in ten soldiers": both numbers tell a share, of however many; "three in ten days" counts.</summary>
    private static bool IsOfRatio(Article article, int index) =>
        IsRatio(article, index + 1) || (index > 1 && IsRatio(article, article.Tokens[index - 1].Word.Text == "of" ? index - 2 : index - 1));

    /// <summary>"at ten past three", "half past two": the hour, and the minutes before it.</summary>
    private static bool IsClock(Article article, int index)
    {
        var tokens = article.Tokens;
        return (index > 1 && tokens[index - 1].Word.Text == "past" && (tokens[index - 2].Is(WordClass.Cardinal | WordClass.Fraction) || tokens[index - 2].Word.Text is "half" or "minutes"))
            || (index > 0 && index + 2 < tokens.Length && tokens[index + 1].Word.Text == "past" && tokens[index + 2].Is(WordClass.Cardinal) && tokens[index - 1].Is(WordClass.Preposition));
    }

    /// <summary>"the No 3 commander", "No 3 was executed": a rank, and no "not any".</summary>
    public static bool IsRank(Article article, int index) =>
        index + 1 < article.Tokens.Length && article.Tokens[index].Word.Text == "no" && article.Tokens[index + 1].Kind == TokenKind.Number && article.Tokens[index].Capitalized && !article.IsUpperCase;

    /// <summary>Whether "in" or "out of" at a token parts a number from the ten, hundred or thousand that it is a share of.</summary>
    private static bool IsRatio(Article article, int joint)
    {
        var tokens = article.Tokens;
        if (joint < 1 || joint + 2 >= tokens.Length || !tokens[joint - 1].Is(WordClass.Number | WordClass.Cardinal))
        {
            return false;
        }

        var whole = tokens[joint].Word.Text == "in" ? joint + 1 : tokens[joint].Word.Text == "out" && tokens[joint + 1].Word.Text == "of" ? joint + 2 : tokens.Length;
        return whole + 1 < tokens.Length && article.TextOf(tokens[whole]) is "ten" or "10" or "100" or "1,000" or "1000"
            && (tokens[whole + 1].Word.Text == "of" || tokens[whole + 1].Is(WordClass.PersonNoun | WordClass.Demonym));
    }

    /// <summary>"24/7", "5/17/2018": what a slash follows is part of something else.</summary>
    public static bool Ends(Article article, int end) =>
        end < article.Tokens.Length && !article.Tokens[end].SpaceBefore && article.IsMark(end, '/');

    /// <summary>"this one is", "the one you know": one of a kind, and no number.</summary>
    public static bool IsPronoun(Article article, int index)
    {
        var tokens = article.Tokens;
        return tokens[index].Word.Text == "one" && index > 0 && tokens[index - 1].Word.Text is "the" or "this" or "that" or "which"
            && index + 1 < tokens.Length && tokens[index + 1].Is(WordClass.Pronoun | WordClass.Auxiliary) && !tokens[index + 1].Is(WordClass.Possessive);
    }

    /// <summary>"M-16", "$1.25", "#3": part of a name or a price.</summary>
    private static bool FollowsHyphen(Article article, int index)
    {
        if (index == 0 || article.Tokens[index].SpaceBefore)
        {
            return index > 0 && article.Tokens[index - 1].Kind == TokenKind.Punctuation && CharacterClass.IsCurrency(article.Text[article.Tokens[index - 1].Start]);
        }

        ref readonly var before = ref article.Tokens[index - 1];
        var mark = article.Text[before.Start];
        if (before.Kind != TokenKind.Punctuation)
        {
            return before.Kind is TokenKind.Word;
        }

        // A dash after a number parts the ends of a range; after a letter it joins a name.
        return mark is '#' or '/' or ':' or '.' || CharacterClass.IsCurrency(mark)
            || (mark is '-' or '–' && index > 1 && !before.SpaceBefore && article.Tokens[index - 2].Kind == TokenKind.Word && !article.Tokens[index - 2].Is(WordClass.Number) && !IsLetterOfNumber(article, index - 2));
    }

    /// <summary>"M-sixteen", "$one million": a word joined to what stands before it.</summary>
    private static bool IsJoinedBehind(Article article, int index) =>
        FollowsHyphen(article, index) && !article.Tokens[index - 1].SpaceBefore && article.Tokens[index - 1].Kind == TokenKind.Punctuation;

    /// <summary>The "k" of "5k-20k".</summary>
    private static bool IsLetterOfNumber(Article article, int index) =>
        index > 0 && !article.Tokens[index].SpaceBefore && article.Tokens[index - 1].Kind == TokenKind.Number;

    /// <summary>"12%", "12 percent", "11th", "11-year-old", "7.62-mm", "10:30": a measure, not a count.</summary>
    public static bool IsUnit(Article article, int end)
    {
        var tokens = article.Tokens;
        if (end >= tokens.Length)
        {
            return false;
        }

        ref readonly var next = ref tokens[end];
        if (next.Word.Text is "percent" or "per cent" or "am" or "pm" || (next.Word.Text == "per" && end + 1 < tokens.Length && tokens[end + 1].Word.Text == "cent"))
        {
            return true;
        }

        if (next.SpaceBefore)
        {
            return false;
        }

        var mark = article.Text[next.Start];
        return next.Kind is TokenKind.Word || mark is '%' or '°' || CharacterClass.IsCurrency(mark)
            || (mark == ':' && end + 1 < tokens.Length && tokens[end + 1].Kind == TokenKind.Number && !tokens[end + 1].SpaceBefore)
            || (CharacterClass.IsDash(mark) && end + 1 < tokens.Length && !tokens[end + 1].SpaceBefore
                && tokens[end + 1].Kind == TokenKind.Word && tokens[end + 1].Word.Text is not ("plus" or "odd") && !tokens[end + 1].Is(WordClass.Number | WordClass.PersonNoun));
    }

    private static bool IsYear(Article article, int index)
    {
        ref readonly var token = ref article.Tokens[index];
        if (token.End - token.Start != 4 || article.Text[token.Start] is not ('1' or '2') || article.Text.AsSpan(token.Start, 4) is not ['1', '6' or '7' or '8' or '9', _, _] and not ['2', '0', _, _])
        {
            return false;
        }

        if (IsOfDeed(article, index))
        {
            return true;
        }

        if (index == 0)
        {
            return article.Tokens.Length == 1 || !article.Tokens[1].Is(WordClass.PersonNoun | WordClass.Adjective | WordClass.Demonym);
        }

        ref readonly var before = ref article.Tokens[index - 1];
        return before.Is(WordClass.Month) || before.Word.Text is "in" or "since" or "until" or "till" or "from" or "by" or "during" or "of" or "late" or "early" or "year"
            || (before.Kind == TokenKind.Punctuation && article.Text[before.Start] == ',' && index > 1 && article.Tokens[index - 2].Kind == TokenKind.Number);
    }

    /// <summary>
    /// "the 1980 murder of the archbishop", "the 1972 Munich massacre": no other number goes before one deed. Behind an article or an owner it is a year
    /// before several, too: those of "the 1989 murders of six priests" are counted behind "of".
    /// </summary>
    private static bool IsOfDeed(Article article, int index)
    {
        var tokens = article.Tokens;
        var noun = index + 1;
        while (noun < Math.Min(tokens.Length, index + 3) && tokens[noun].Word.CasualtyNoun is null && tokens[noun].Is(WordClass.Noun | WordClass.VerbIng | WordClass.Name | WordClass.Place | WordClass.Country | WordClass.Demonym))
        {
            noun++;
        }

        if (noun >= tokens.Length || tokens[noun].Word is not { CasualtyNoun: { Frame: CasualtyFrame.Event or CasualtyFrame.Count } harm } word || (noun + 1 < tokens.Length && tokens[noun + 1].Is(WordClass.Noun | WordClass.PersonNoun)))
        {
            return false;
        }

        return !word.IsPlural
            || (index > 0 && tokens[index - 1].Is(WordClass.Article | WordClass.Possessive) && (harm.Frame == CasualtyFrame.Event || (noun + 1 < tokens.Length && tokens[noun + 1].Word.Text == "of")));
    }

    /// <summary>"Operation 1027", "Battalion 101", "Flight 752": a capital in the middle of a sentence makes the number part of its name.</summary>
    private static bool IsNamedBy(Article article, int noun)
    {
        ref readonly var before = ref article.Tokens[noun];
        return !article.IsUpperCase && noun > 0 && article.Tokens[noun - 1] is { Kind: TokenKind.Word, Capitalized: false } && before.Capitalized && !before.Has(TokenFlags.LineBreakBefore)
            && before.Is(WordClass.Noun | WordClass.NotPeople) && !before.Is(WordClass.PersonNoun | WordClass.Casualty | WordClass.Month | WordClass.Weekday | WordClass.Name | WordClass.Function);
    }

    /// <summary>"No. 4", "the general, then 44,", "3 January", "January 3", "Route 5", "age 12": a number that names.</summary>
    private static bool IsNumbered(Article article, int index)
    {
        var tokens = article.Tokens;
        if (index + 1 < tokens.Length && tokens[index + 1].Is(WordClass.Month) && (tokens[index + 1].Capitalized || tokens[index + 1].Word.Text != "may"))
        {
            return true;
        }

        if (index == 0)
        {
            return false;
        }

        ref readonly var before = ref tokens[index - 1];
        return IsRank(article, index - 1) || (before.Is(WordClass.Month) && before.Capitalized && !(index > 1 && tokens[index - 2].Kind == TokenKind.Number) && article.Text[tokens[index].Start..tokens[index].End].Length <= 2 && !IsOfMonth(article, index))
            || (before.Word.Text is "then" or "now" && index > 2 && article.IsMark(index - 2, ',') && article.IsMark(index + 1, ',') && (tokens[index - 3].Is(WordClass.PersonNoun) || tokens[index - 3].Class == WordClass.None))
            || before.Word.Text is "no." or "nos." or "number" or "article" or "resolution" or "route" or "chapter" or "page" or "channel" or "phase"
            || IsNamedBy(article, index - 1)
            || IsAge(article, index);
    }

    /// <summary>"in June 28 civilians were killed": what the month's name stands before counts people.</summary>
    private static bool IsOfMonth(Article article, int index) =>
        Periods.DateReader.DayNumber(article, index) is { } number && Periods.DateReader.IsCountOfMonth(article, index - 1, number);

    /// <summary>"Rs 84 lakh", "USD 500": an amount of money, as letters before it say.</summary>
    private static bool IsPrice(Article article, int index) =>
        index > 0 && article.TextOf(article.Tokens[index - 1]) is "Rs" or "Rs." or "INR" or "PKR" or "USD" or "EUR" or "GBP" or "KSh" or "Ksh" or "NGN" or "CFA" or "Tk";

    /// <summary>"aged 12", "at age twelve", "aged nine and twelve", "children under five", "women over 60".</summary>
    private static bool IsAge(Article article, int index)
    {
        var tokens = article.Tokens;
        return index > 0 && (tokens[index - 1].Word.Text is "age" or "aged"
            || (index > 1 && tokens[index - 1].Word.Text is "under" or "over" or "below" or "above" && tokens[index - 2].Is(WordClass.PersonNoun) && tokens[index - 2].Word.IsPlural && (index + 1 == tokens.Length || !tokens[index + 1].Is(WordClass.Noun | WordClass.PersonNoun | WordClass.NotPeople)))
            || (index > 2 && tokens[index - 1].Word.Text == "and" && tokens[index - 2].Is(WordClass.Number) && tokens[index - 3].Word.Text == "aged"));
    }
}
