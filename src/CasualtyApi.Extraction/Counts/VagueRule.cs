using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Counts;

/// <summary>A quantity without a number; its low is the least that the words allow.</summary>
internal sealed class VagueRule : CountRule
{
    public override string Id => "counts.vague";

    public override string Summary => "A quantity without a number; its low is the least that the words allow: twice a plural unit, three for several.";

    public override string Example => "Dozens of villagers were killed.";

    public override CountRelation Relation => CountRelation.Vague;

    /// <summary>"dozens", "tens of thousands", "several hundred", "a few", "a handful", "many".</summary>
    public static (int End, long Low)? TryRead(Article article, int index)
    {
        var tokens = article.Tokens;
        if (index >= tokens.Length)
        {
            return null;
        }

        if (ANumber(article, index) is var behind and >= 0)
        {
            return (behind, 2);
        }

        var at = tokens[index].Word.Text is "a" or "an" or "the" && index + 1 < tokens.Length && tokens[index + 1].Word.Text is "few" or "handful" or "many" ? index + 1 : index;
        if (!tokens[at].Is(WordClass.VagueNumber))
        {
            return null;
        }

        // "seven dead and twice as many wounded", "that so many had died": a number that only the words before give.
        if (tokens[at].Word.Text == "many" && at > 0 && tokens[at - 1].Word.Text is "as" or "so")
        {
            return null;
        }

        if (tokens[at].Word.Text == "multiple" && at + 1 < tokens.Length && tokens[at + 1].Word is { IsPlural: false, CasualtyNoun: not null })
        {
            // "the multiple murder of six priests": a kind of murder.
            return null;
        }

        var low = tokens[at].Word.Value;
        at++;

        // "several hundred", "a few dozen"; "tens of thousands", "hundreds of thousands".
        if (low <= 3 && at < tokens.Length && tokens[at].Is(WordClass.Scale))
        {
            low *= tokens[at].Word.Value;

            // "several hundred thousand"
            return at + 1 < tokens.Length && tokens[at + 1].Is(WordClass.Scale) && tokens[at + 1].Word.Value > tokens[at].Word.Value ? (at + 2, low * tokens[at + 1].Word.Value) : (at + 1, low);
        }

        if (low >= 20 && at + 1 < tokens.Length && tokens[at].Word.Text == "of" && tokens[at + 1].Is(WordClass.VagueNumber) && tokens[at + 1].Word.Value >= 2000)
        {
            return (at + 2, low / 2 * tokens[at + 1].Word.Value);
        }

        return (OverMore(article, at), low);
    }

    /// <summary>"dozens, perhaps hundreds, of", "hundreds if not thousands of": the token of the "of"; the least is what stands first.</summary>
    private static int OverMore(Article article, int index)
    {
        var tokens = article.Tokens;
        var at = index < tokens.Length && article.IsMark(index, ',') ? index + 1 : index;
        if (at + 3 >= tokens.Length)
        {
            return index;
        }

        at = tokens[at].Word.Text is "perhaps" or "possibly" or "maybe" or "or" ? at + 1 : tokens[at].Word.Text == "if" && tokens[at + 1].Word.Text == "not" ? at + 2 : tokens.Length;
        if (at + 1 >= tokens.Length || !tokens[at].Is(WordClass.VagueNumber))
        {
            return index;
        }

        at = article.IsMark(at + 1, ',') ? at + 2 : at + 1;
        return at < tokens.Length && tokens[at].Word.Text == "of" ? at : index;
    }

    /// <summary>"a number of", "an unknown number of": the token of its "of"; −1 where no such words begin.</summary>
    private static int ANumber(Article article, int index)
    {
        var tokens = article.Tokens;
        if (tokens[index].Word.Text is not ("a" or "an"))
        {
            return -1;
        }

        var at = index + 1 < tokens.Length && tokens[index + 1].Is(WordClass.Adjective) ? index + 2 : index + 1;
        return at + 1 < tokens.Length && tokens[at].Word.Text == "number" && tokens[at + 1].Word.Text == "of" ? at + 1 : -1;
    }
}
