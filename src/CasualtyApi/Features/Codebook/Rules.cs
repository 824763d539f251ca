namespace CasualtyApi.Features.Codebook;

/// <summary>The rules of the reading engine; the one place this project takes them from.</summary>
internal static class Rules
{
    public static IReadOnlyList<RuleDefinition> All { get; } = [];
}
