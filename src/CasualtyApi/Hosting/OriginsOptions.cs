namespace CasualtyApi.Hosting;

/// <summary>Whose pages may do more than read.</summary>
internal sealed class OriginsOptions
{
    public const string Section = "Cors";

    /// <summary>Origins (https://desk.example), separated by ";", whose pages may write.</summary>
    public string WritingOrigins { get; set; } = "";
}
