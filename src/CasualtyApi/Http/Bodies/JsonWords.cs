using System.Text.Json;

namespace CasualtyApi.Http.Bodies;

/// <summary>What a JSON body says that its members do not show: which were sent, and whether all words are of characters.</summary>
internal static class JsonWords
{
    /// <summary>
    /// The first text with a code point that is no character: U+0000, which not every database keeps, and the two that Unicode
    /// normalization refuses. Null where there is none.
    /// </summary>
    /// <param name="json">Well-formed.</param>
    public static BadRequestProblem? FaultIn(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        var path = new string?[reader.CurrentState.Options.MaxDepth is > 0 and var most ? most + 1 : 65];
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                path.AsSpan(reader.CurrentDepth).Clear();
                path[reader.CurrentDepth] = reader.GetString();
            }
            else if (reader.TokenType == JsonTokenType.String && reader.GetString().AsSpan().ContainsAny('\0', '\uFFFE', '\uFFFF'))
            {
                return BadRequestProblem.BadValue(string.Join('.', path.OfType<string>()), "holds a code point that is no character (U+0000, U+FFFE or U+FFFF).");
            }
        }

        return null;
    }

    /// <summary>The members of the outermost object.</summary>
    /// <param name="json">A well-formed object.</param>
    public static HashSet<string> Members(ReadOnlySpan<byte> json)
    {
        var members = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1) members.Add(reader.GetString()!);
        }

        return members;
    }
}
