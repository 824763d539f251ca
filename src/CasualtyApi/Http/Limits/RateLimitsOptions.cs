using System.ComponentModel.DataAnnotations;

namespace CasualtyApi.Http.Limits;

/// <summary>How many requests one client may make in a minute: by its address, or by its key where it sends one.</summary>
internal sealed class RateLimitsOptions
{
    public const string Section = "RateLimits";

    private const int Most = 1_000_000_000;
    private const string Refusal = "RateLimits__{0} must be from 1 to 1,000,000,000 requests a minute.";

    [Range(1, Most, ErrorMessage = Refusal)]
    public int ReadsPerMinute { get; set; } = 600;

    [Range(1, Most, ErrorMessage = Refusal)]
    public int WritesPerMinute { get; set; } = 600;

    [Range(1, Most, ErrorMessage = Refusal)]
    public int ExtractionsPerMinute { get; set; } = 6_000;

    [Range(1, Most, ErrorMessage = Refusal)]
    public int KeyReadsPerMinute { get; set; } = 6_000;

    [Range(1, Most, ErrorMessage = Refusal)]
    public int KeyWritesPerMinute { get; set; } = 6_000;

    [Range(1, Most, ErrorMessage = Refusal)]
    public int KeyExtractionsPerMinute { get; set; } = 6_000;
}
