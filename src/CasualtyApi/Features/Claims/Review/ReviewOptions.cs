namespace CasualtyApi.Features.Claims.Review;

/// <summary>Who may decide.</summary>
internal sealed class ReviewOptions
{
    public const string Section = "Review";

    /// <summary>Whether a reviewer may decide on a claim that the same key added or corrected.</summary>
    public bool AllowOwn { get; set; }
}
