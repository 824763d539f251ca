namespace CasualtyApi.Ingest;

/// <summary>Where the articles lie that every start keeps, if it does not know them yet.</summary>
internal sealed class SeedOptions
{
    public const string Section = "Seeds";

    /// <summary>A folder, seen from the content root; by default the seeds shipped with the program. Empty for none.</summary>
    public string? Path { get; set; }
}
