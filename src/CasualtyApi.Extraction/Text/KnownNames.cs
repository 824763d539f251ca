namespace CasualtyApi.Extraction.Text;

/// <summary>
/// Words of upper-case wire text that somewhere in it stand behind a title, a role or a given name: what is a name there is a
/// name everywhere.
/// </summary>
internal sealed class KnownNames
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public KnownNames(Article article)
    {
        if (!article.IsUpperCase)
        {
            return;
        }

        var known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var tokens = article.Tokens;
        for (var index = 0; index + 1 < tokens.Length; index++)
        {
            if (!tokens[index].Is(WordClass.GivenName | WordClass.Title) || tokens[index].Is(WordClass.Function))
            {
                continue;
            }

            for (var at = index + 1; at < tokens.Length && at < index + 5 && IsUnknown(tokens[at]); at++)
            {
                known.Add(article.TextOf(tokens[at]));
            }
        }
    }

    public bool Overlaps(Article article, int first, int end)
    {
        if (names.Count == 0)
        {
            return false;
        }

        var known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var index = first; index < end; index++)
        {
            if (known.Contains(article.TextOf(article.Tokens[index])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnknown(in Token token) =>
        token.Kind == TokenKind.Word && (token.Is(WordClass.GivenName) || token.Class == WordClass.None || token.Class == WordClass.Place);
}
