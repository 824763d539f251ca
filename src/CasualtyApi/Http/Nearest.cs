namespace CasualtyApi.Http;

/// <summary>"Did you mean": the candidate a mistyped word was most likely meant to be.</summary>
internal static class Nearest
{
    /// <summary>The sentence " Did you mean 'category'?", or nothing where no candidate is near.</summary>
    public static string Question(string word, IEnumerable<string> candidates) =>
        To(word, candidates, most: 1) is [var nearest] ? $" Did you mean '{nearest}'?" : "";

    /// <summary>Candidates at most a third of the word's letters (but at least two) away, nearest first.</summary>
    public static IReadOnlyList<string> To(string word, IEnumerable<string> candidates, int most)
    {
        var tolerance = Math.Max(2, word.Length / 3);
        return [.. candidates
            .Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate)))
            .Where(pair => pair.Distance <= tolerance && pair.Distance < pair.Candidate.Length)
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .Select(pair => pair.Candidate)
            .Take(most)];
    }

    /// <summary>
    /// Optimal string alignment distance, letter case ignored: insertions, deletions, replacements and swaps of neighbours.
    /// A candidate that begins with the word is one away ("cat" for "category").
    /// </summary>
    private static int Distance(string word, string candidate)
    {
        const int Longest = 64;
        if (word.Length > 2 && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        {
            return candidate.Length == word.Length ? 0 : 1;
        }

        if (word.Length > Longest || candidate.Length > Longest)
        {
            return int.MaxValue;
        }

        var (from, to) = (word.ToUpperInvariant(), candidate.ToUpperInvariant());
        var cost = new int[from.Length + 1, to.Length + 1];
        for (var row = 0; row <= from.Length; row++)
        {
            cost[row, 0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                cost[row, column] = row == 0 ? column : Step(cost, from, to, row, column);
            }
        }

        return cost[from.Length, to.Length];
    }

    private static int Step(int[,] cost, string from, string to, int row, int column)
    {
        var replaced = cost[row - 1, column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
        var least = Math.Min(replaced, Math.Min(cost[row - 1, column], cost[row, column - 1]) + 1);
        var swapped = row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1];
        return swapped ? Math.Min(least, cost[row - 2, column - 2] + 1) : least;
    }
}
