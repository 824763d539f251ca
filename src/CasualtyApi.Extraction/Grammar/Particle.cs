namespace CasualtyApi.Extraction.Grammar;

/// <summary>Small words that a verb has behind it and before its object: "carried [out] attacks", "are drawing [up] plans".</summary>
internal static class Particle
{
    public static bool Is(string word) => word is "up" or "out" or "off" or "away" or "forward";
}
