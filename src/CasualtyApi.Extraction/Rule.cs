namespace CasualtyApi.Extraction;

/// <summary>One construct that the engine reads; every claim names the rules that read it.</summary>
public abstract class Rule
{
    /// <summary>Folder and file in kebab case: <c>counts.more-than</c> is <c>Counts/MoreThanRule.cs</c>.</summary>
    public abstract string Id { get; }

    /// <summary>What it reads, in one sentence.</summary>
    public abstract string Summary { get; }

    /// <summary>A sentence that it reads.</summary>
    public abstract string Example { get; }
}
