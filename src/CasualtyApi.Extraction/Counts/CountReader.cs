using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Counts;

/// <summary>A phrase of a rule, as the words after its first.</summary>
internal sealed record CountLead(Word[] Rest, CountRule Rule);

/// <summary>Reads a count with the words that bound it. The rules say what their words mean; this joins words and number.</summary>
internal static class CountReader
{
    public static ExactlyRule Exactly { get; } = new();

    public static BetweenRule Between { get; } = new();

    public static VagueRule Vague { get; } = new();

    /// <summary>Rules whose phrases stand beside a number.</summary>
    public static IReadOnlyList<CountRule> Bounds { get; } =
        [new MoreThanRule(), new AtLeastRule(), new AtMostRule(), new LessThanRule(), new AboutRule(), Exactly];

    /// <summary>Hangs the rules' phrases on their first words.</summary>
    public static void Register(LexiconBuilder builder)
    {
        foreach (var rule in Bounds)
        {
            foreach (var phrase in rule.Before)
            {
                var words = phrase.Split(' ').Select(part => builder.Entry(part)).ToArray();
                (words[0].CountLeads ??= []).Add(new CountLead(words[1..], rule));
            }

            foreach (var phrase in rule.After)
            {
                foreach (var part in phrase.Split(' ', '-').Where(part => part.Length > 1))
                {
                    builder.Entry(part);
                }
            }
        }
    }

    /// <summary>The count that begins at a token, or null.</summary>
    public static CountPhrase? TryRead(Article article, int index)
    {
        ref readonly var token = ref article.Tokens[index];
        if (token.Word.CountLeads is { } leads && Bounded(article, index, leads) is { } bounded)
        {
            return bounded;
        }

        if (token.Word.Text == "between" || token.Word.Text == "from")
        {
            return (token.Word.Text == "between" || !IsChange(article, index)) && index + 1 < article.Tokens.Length && NumberReader.TryRead(article, index + 1) is { } low
                && BetweenRule.Second(article, low, joinedByAnd: token.Word.Text == "between") is { } high
                ? Make(article, index, high.End, Between, low.Value, high.Value)
                : null;
        }

        if (VagueRule.TryRead(article, index) is var (end, least))
        {
            return Make(article, index, end, Vague, least, null);
        }

        return NumberReader.TryRead(article, index) is { } number ? Numbered(article, index, number) : null;
    }

    /// <summary>A number with what stands behind it: the other end of a range, "or more", "-plus".</summary>
    private static CountPhrase Numbered(Article article, int first, Numeral number)
    {
        if (!(first > 0 && article.Tokens[first - 1].Word.Text is "from" or "by" && IsChange(article, first - 1))
            && BetweenRule.Second(article, number, joinedByAnd: false) is { } high)
        {
            return Make(article, first, high.End, Between, number.Value, high.Value);
        }

        foreach (var rule in Bounds)
        {
            foreach (var phrase in rule.After)
            {
                if (EndOf(article, number.End, phrase) is { } end)
                {
                    var (low, most) = rule.Ends(number.Value);
                    return Make(article, first, end, rule, low, most);
                }
            }
        }

        return Make(article, first, number.End, Exactly, number.Value, number.Value);
    }

    /// <summary>"more than 1,000", "at least two and up to seven".</summary>
    private static CountPhrase? Bounded(Article article, int index, List<CountLead> leads)
    {
        foreach (var lead in leads)
        {
            if (!Follows(article, index, lead.Rest))
            {
                continue;
            }

            var at = index + 1 + lead.Rest.Length;
            if (at >= article.Tokens.Length)
            {
                continue;
            }

            var inner = TryRead(article, at);
            if (inner is null)
            {
                continue;
            }

            if (Combine(article, index, inner, lead.Rule) is { } count)
            {
                return UpperEnd(article, count) ?? count;
            }
        }

        return null;
    }

    /// <summary>The outer words bound what the inner ones say: "at least 12", "some dozens", "more than 50 to 60".</summary>
    private static CountPhrase? Combine(Article article, int first, CountPhrase inner, CountRule outer)
    {
        if (inner.Relation == CountRelation.Exactly)
        {
            var (low, high) = outer.Ends(inner.Low!.Value);
            return Make(article, first, inner.End, outer, low, high) with
            {
                IsEstimate = article.Tokens[first].Word.Text == "estimated" || (first + 1 < inner.First && article.Tokens[first + 1].Word.Text == "estimated"),
            };
        }

        // "at most" over what is open above says nothing that can be kept; everything else only hedges what is already bounded.
        return inner.Relation == CountRelation.Vague && outer.Relation is CountRelation.AtMost or CountRelation.LessThan
            ? null
            : inner with { First = first };
    }

    /// <summary>"at least 2 and up to 7", "no fewer than 30 but fewer than 50".</summary>
    private static CountPhrase? UpperEnd(Article article, CountPhrase low)
    {
        var joint = low.End;
        if (low.High is not null || low.Low is null || joint + 1 >= article.Tokens.Length || article.Tokens[joint].Word.Text is not ("and" or "but" or "or"))
        {
            return null;
        }

        return article.Tokens[joint + 1].Word.CountLeads is { } leads && Bounded(article, joint + 1, leads) is { Low: null, High: { } high } upper && high > low.Low
            ? Make(article, low.First, upper.End, Between, low.Low, high)
            : null;
    }

    private static CountPhrase Make(Article article, int first, int end, CountRule rule, long? low, long? high)
    {
        // "dozens of", "hundreds of", "a couple of": the "of" binds, unless it picks out of a group ("two of the").
        var binds = end < article.Tokens.Length && article.Tokens[end].Word.Text == "of"
            && article.Tokens[end - 1].Is(WordClass.VagueNumber | WordClass.Scale) | article.Tokens[end - 1].Word.Text is "couple" or "pair" or "number"
            && !(end + 1 < article.Tokens.Length && (article.Tokens[end + 1].Is(WordClass.Article | WordClass.Possessive | WordClass.Pronoun)));
        return new CountPhrase(first, end, binds ? end + 1 : end, rule.Relation, low, high, rule.Id);
    }

    /// <summary>"rose from 38 to 41" tells two figures, no range.</summary>
    private static bool IsChange(Article article, int index) =>
        index > 0 && (article.Tokens[index - 1].Word.Verb?.Lemma is "rise" or "climb" or "increase" or "grow" or "jump" or "revise" or "fall" or "drop" or "go" or "raise" or "lower" or "soar" or "double"
            || article.Tokens[index - 1].Word.Text is "up" or "down");

    private static bool Follows(Article article, int index, Word[] rest)
    {
        if (index + rest.Length >= article.Tokens.Length)
        {
            return false;
        }

        for (var at = 0; at < rest.Length; at++)
        {
            if (!ReferenceEquals(article.Tokens[index + 1 + at].Word, rest[at]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The end of a phrase that stands at a token, or null; a leading hyphen or plus must touch the number.</summary>
    private static int? EndOf(Article article, int index, string phrase)
    {
        var tokens = article.Tokens;
        if (index >= tokens.Length)
        {
            return null;
        }

        if (phrase[0] is '-' or '+')
        {
            if (tokens[index].SpaceBefore || !article.IsMark(index, phrase[0]))
            {
                return null;
            }

            return phrase.Length == 1 ? index + 1
                : index + 1 < tokens.Length && tokens[index + 1].Word.Text.AsSpan().SequenceEqual(phrase.AsSpan(1)) ? index + 2 : null;
        }

        foreach (var part in phrase.Split(' '))
        {
            if (index >= tokens.Length || tokens[index].Word.Text != part)
            {
                return null;
            }

            index++;
        }

        return index;
    }
}
