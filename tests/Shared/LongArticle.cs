using System.Globalization;
using System.Text;

namespace CasualtyApi.Tests;

/// <summary>The longest text that is read by default, 1 MiB, with 1,500 statements and as many claims in it.</summary>
internal static class LongArticle
{
    public const int Marks = 2 * Sentences;

    private const int Sentences = 1_500;
    private const int Longest = 1 << 20;
    private const string Filling = "harbour ";

    public static string Text()
    {
        var filling = string.Concat(Enumerable.Repeat(Filling, ((Longest / Sentences) - 60) / Filling.Length));
        var text = new StringBuilder();
        for (var number = 1; number <= Sentences; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Police said {number} people were killed in Oslo. {filling}.\n\n");
        }

        return text.Append('.', Longest - text.Length).ToString();
    }
}
