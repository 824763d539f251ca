using System.ComponentModel.DataAnnotations;

namespace CasualtyApi.Ingest;

/// <summary>What the service is ready to read.</summary>
internal sealed class ExtractionOptions
{
    public const string Section = "Extraction";

    /// <summary>Of a text, in UTF-8 bytes.</summary>
    [Range(1, 256 << 20, ErrorMessage = "Extraction__MaximumLength must be 1 to 268435456 bytes.")]
    public int MaximumLength { get; set; } = 1 << 20;
}
