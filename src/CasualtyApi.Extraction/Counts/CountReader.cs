using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Counts;

/// <summary>Reads a count with the words that bound it. The rules say what their words mean; this joins words and number.</summary>
internal static class CountReader
{
    private const WordClass Beginnings = WordClass.Number | WordClass.VagueNumber | WordClass.Fraction | WordClass.Article | WordClass.Determiner;

    public static ExactlyRule Exactly { get; } = new();

    public static BetweenRule Between { get; } = new();

    public static VagueRule Vague { get; } = new();

    /// <summary>Rules whose phrases stand beside a number.</summary>
    public static IReadOnlyList<CountRule> Bounds { get; } =
        [new MoreThanRule(), new AtLeastRule(), new AtMostRule(), new LessThanRule(), new AboutRule(), Exactly];

    /// <summary>Hangs the rules' phrases on their first words.</summary>
    public static void Register(LexiconBuilder builder)
    {
        foreach (var rule in Bounds.Append(Between))
        {
            foreach (var phrase in rule.Before)
            {
                var words = phrase.Split(' ').Select(part => builder.Entry(part)).ToArray();
                (words[0].CountLeads ??= []).Add(new CountLead(words[1..], rule));
            }

            foreach (var tail in rule.After.Select(phrase => CountTail.Of(rule, phrase, builder)).Where(tail => tail.Words.Length > 0))
            {
                (tail.Words[0].CountTails ??= []).Add(tail);
            }
        }
    }

    /// <summary>The count that begins at a token, or null.</summary>
    public static CountPhrase? TryRead(Article article, int index) => TryRead(article, index, BoundedCount.Deepest);

    /// <param name="article">The text.</param>
    /// <param name="index">The token.</param>
    /// <param name="depth">How many bounds may still stand one before the other ("at least some 200").</param>
    public static CountPhrase? TryRead(Article article, int index, int depth)
    {
        ref readonly var token = ref article.Tokens[index];
        if (!MayBegin(token))
        {
            return null;
        }

        if (token.Word.Text == "up" && index + 1 < article.Tokens.Length && article.Tokens[index + 1].Word.Text == "to" && IsChange(article, index))
        {
            // "crept up to 214", "brought the toll up to 60": so far and no bound.
            return null;
        }

        if (BoundedCount.TryRead(article, index, depth) is { } bounded)
        {
            return bounded;
        }

        if (token.Kind == TokenKind.Punctuation)
        {
            return Inserted(article, index);
        }

        if (token.Word.Text is "between" or "from")
        {
            var joinedByAnd = token.Word.Text == "between";
            return (joinedByAnd || !IsChange(article, index)) && NumberReader.TryReadWhole(article, index + 1) is { } low
                && BetweenRule.TryRead(article, low, joinedByAnd) is var (least, most, behind)
                ? Make(article, index, behind, Between, least, most)
                : null;
        }

        if (BetweenRule.TryReadDigits(article, index) is var (fewest, highest, last))
        {
            return Make(article, index, last, Between, fewest, highest);
        }

        if (VagueRule.TryRead(article, index) is var (end, few))
        {
            return Make(article, index, end, Vague, few, null);
        }

        return NumberReader.TryReadCount(article, index) is not { } number ? null
            : number.IsWhole ? Numbered(article, index, number)
            : number.IsShare && number.End < article.Tokens.Length && article.Tokens[number.End].Word.Text == "of" ? Make(article, index, number.End, VictimCount.Unquantified, null, null)
            : null;
    }

    /// <summary>"at least [9] people": a number that an editor has put in; behind a full stop, or beside what it follows, it is a note's.</summary>
    private static CountPhrase? Inserted(Article article, int open) =>
        article.IsMark(open, '[') && open > 0 && article.Tokens[open].SpaceBefore && article.Tokens[open - 1].Kind == TokenKind.Word
        && NumberReader.TryReadCount(article, open + 1) is { IsWhole: true } number && article.IsMark(number.End, ']')
        && number.End + 1 < article.Tokens.Length && article.Tokens[number.End + 1] is { Kind: TokenKind.Word, SpaceBefore: true }
            ? Make(article, open, number.End + 1, Exactly, number.Count, number.Count)
            : null;

    /// <summary>Whether any count begins with such a token: with a number, a word that may begin one or a bound, or a sign.</summary>
    private static bool MayBegin(in Token token) =>
        token.Kind != TokenKind.Word || token.Is(Beginnings) || token.Word.CountLeads is not null || token.Word.Text is "between" or "from" or "single" or "double" or "triple";

    /// <summary>A number with what stands behind it: the other end of a range, "or more", "-plus"; null for a difference ("one more than the police count").</summary>
    private static CountPhrase? Numbered(Article article, int first, Numeral number)
    {
        if (IsDifference(article, number.End))
        {
            return null;
        }

        if (Contrast.Behind(article, number.End) is var denied and > 0)
        {
            return Make(article, first, number.End, Exactly, number.Count, number.Count) with { Next = denied };
        }

        if (!(first > 0 && article.Tokens[first - 1].Word.Text is "from" or "by" && IsChange(article, first - 1))
            && BetweenRule.TryRead(article, number, joinedByAnd: false) is var (least, most, behind))
        {
            return Make(article, first, behind, Between, least, most);
        }

        if (CountTail.At(article, number.End) is var (rule, end))
        {
            var (low, high) = rule.Ends(number.Count);
            return Make(article, first, end, rule, low, high);
        }

        return Make(article, first, number.End, Exactly, number.Count, number.Count);
    }

    /// <summary>"12 more than in May"; but "killed 12 more than a week later".</summary>
    private static bool IsDifference(Article article, int index)
    {
        var tokens = article.Tokens;
        return index + 2 < tokens.Length && tokens[index].Word.Text is "more" or "fewer" or "less" && tokens[index + 1].Word.Text == "than"
            && !(index + 3 < tokens.Length && (tokens[index + 2].Is(WordClass.Article) || tokens[index + 2].Kind == TokenKind.Number || tokens[index + 2].Is(WordClass.Number | WordClass.VagueNumber)) && tokens[index + 3].Is(WordClass.TimeUnit));
    }

    /// <summary>How many tokens may stand between a toll and the figures that it rose from and to.</summary>
    private const int FarthestToll = 10;

    private static bool IsToll(in Token token) =>
        token.Word.CasualtyNoun is { Frame: Vocabulary.CasualtyFrame.Toll } || token.Word.Text is "tally" or "count" or "figure" or "total";

    public static CountPhrase Make(Article article, int first, int end, CountRule rule, long? low, long? high)
    {
        // "dozens of", "hundreds of", "a couple of": the "of" binds, unless it picks out of a group ("two of the").
        var binds = end < article.Tokens.Length && article.Tokens[end].Word.Text == "of"
            && (article.Tokens[end - 1].Is(WordClass.VagueNumber | WordClass.Scale) || article.Tokens[end - 1].Word.Text is "couple" or "pair" or "number" || article.IsMark(end - 1, ','))
            && !(end + 1 < article.Tokens.Length && (article.Tokens[end + 1].Is(WordClass.Article | WordClass.Possessive | WordClass.Pronoun)));
        return new CountPhrase(first, end, binds ? end + 1 : end, rule.Relation, low, high, rule.Id);
    }

    /// <summary>"rose from 38 to 41" tells two figures, no range.</summary>
    private static bool IsChange(Article article, int index) =>
        index > 0 && (IsOfToll(article, index) || article.Tokens[index - 1].Word.Verb?.Lemma is "rise" or "climb" or "increase" or "grow" or "jump" or "revise" or "fall" or "drop" or "go" or "raise" or "lower" or "soar" or "double" or "creep" or "edge" or "inch"
            || article.Tokens[index - 1].Word.Text is "up" or "down");

    /// <summary>"raised its own toll from four to seven", "its death toll of the war with Iraq from"; but "a toll from four to seven".</summary>
    private static bool IsOfToll(Article article, int from)
    {
        var noun = from - 1;
        while (noun > 0 && noun > from - FarthestToll && article.Tokens[noun].Kind != TokenKind.Quote && !article.IsMark(noun, ',') && !article.IsMark(noun, ':') && !article.Tokens[noun].Is(WordClass.Verb | WordClass.Relative) && !IsToll(article.Tokens[noun]))
        {
            noun--;
        }

        if (!IsToll(article.Tokens[noun]))
        {
            return false;
        }

        for (var token = noun - 1; token >= 0 && token > noun - 6; token--)
        {
            if (article.Tokens[token].Word.Verb?.Lemma is "raise" or "lower" or "revise" or "cut" or "increase" or "reduce" or "take" or "bring" or "push" or "lift" or "drive") return true;
        }

        return false;
    }
}
