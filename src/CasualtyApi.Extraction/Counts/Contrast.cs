using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Counts;

/// <summary>"two, not three, drivers", "two and not three of the drivers": the number behind "not" counts nobody.</summary>
internal static class Contrast
{
    /// <summary>The token behind a number that is denied, and behind the comma that closes it; −1 where none stands at a token.</summary>
    public static int Behind(Article article, int index)
    {
        var tokens = article.Tokens;
        if (index + 2 >= tokens.Length)
        {
            return -1;
        }

        var opens = article.IsMark(index, ',');
        var negator = opens || tokens[index].Word.Text is "and" ? index + 1 : index;
        var number = tokens[negator].Word.Text == "not" && negator > index ? negator + 1 : tokens[negator].Word.Text == "rather" && tokens[negator + 1].Word.Text == "than" ? negator + 2 : tokens.Length;
        if (number >= tokens.Length || !(tokens[number].Kind == TokenKind.Number || tokens[number].Is(WordClass.Cardinal)) || NumberReader.TryReadWhole(article, number) is not { } denied)
        {
            return -1;
        }

        var goesOn = denied.End < tokens.Length && (opens ? article.IsMark(denied.End, ',') : tokens[denied.End].Kind == TokenKind.Word);
        return !goesOn ? -1 : opens ? denied.End + 1 : denied.End;
    }
}
