using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Counts;

/// <summary>A phrase of a rule, as the words after its first.</summary>
internal sealed record CountLead(Word[] Rest, CountRule Rule);

/// <summary>Reads what bounds the count behind it: "more than 1,000", "at least two and up to seven", ">40".</summary>
internal static class BoundedCount
{
    /// <summary>"at least some 200" is two deep; what nobody writes need not be followed to its end.</summary>
    public const int Deepest = 4;

    public static CountPhrase? TryRead(Article article, int index, int depth)
    {
        ref readonly var token = ref article.Tokens[index];
        if (token.Kind == TokenKind.Punctuation)
        {
            return CountSigns.TryRead(article, index) is var (rule, behind) ? Bound(article, index, behind, rule, 0) : null;
        }

        if (depth == 0 || token.Word.CountLeads is not { } leads)
        {
            return null;
        }

        foreach (var lead in leads)
        {
            if (Follows(article, index, lead.Rest) && Bound(article, index, index + 1 + lead.Rest.Length, lead.Rule, depth - 1) is { } count)
            {
                return count;
            }
        }

        return null;
    }

    private static CountPhrase? Bound(Article article, int first, int at, CountRule rule, int depth) =>
        at < article.Tokens.Length && CountReader.TryRead(article, at, depth) is { } inner && Combine(article, first, inner, rule) is { } count
            ? OtherEnd(article, count, depth) ?? count
            : null;

    /// <summary>The outer words bound what the inner ones say: "at least 12", "some dozens", "more than 50 to 60".</summary>
    private static CountPhrase? Combine(Article article, int first, CountPhrase inner, CountRule outer)
    {
        if (inner.Relation == CountRelation.Exactly && outer.Relation != CountRelation.Between)
        {
            var (low, high) = outer.Ends(inner.Low!.Value);
            return CountReader.Make(article, first, inner.End, outer, low, high) with
            {
                IsEstimate = article.Tokens[first].Word.Text == "estimated" || (first + 1 < inner.First && article.Tokens[first + 1].Word.Text == "estimated"),
            };
        }

        if (inner.Relation == CountRelation.Vague && outer.Relation is CountRelation.AtMost or CountRelation.LessThan)
        {
            // "not more than a few hundred": what bounds from above has no end that is known.
            return CountReader.Make(article, first, inner.End, VictimCount.Unquantified, null, null);
        }

        // "anywhere" wants a range; else it only hedges what is already bounded.
        return inner.Relation != CountRelation.Between && outer.Relation == CountRelation.Between ? null : inner with { First = first };
    }

    /// <summary>"at least 2 and up to 7", "no fewer than 30 but fewer than 50", "at most 100 and at least 20".</summary>
    private static CountPhrase? OtherEnd(Article article, CountPhrase one, int depth)
    {
        var joint = one.End;
        if ((one.Low is null) == (one.High is null) || depth == 0 || joint + 1 >= article.Tokens.Length
            || !(article.Tokens[joint].Word.Text is "and" or "but" or "or" || article.IsMark(joint, ',')))
        {
            return null;
        }

        return TryRead(article, joint + 1, depth) is { } other && (other.Low is null) == (one.High is null)
            && (one.Low ?? other.Low) is { } low && (one.High ?? other.High) is { } high && low < high
            ? CountReader.Make(article, one.First, other.End, CountReader.Between, low, high)
            : null;
    }

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
}
