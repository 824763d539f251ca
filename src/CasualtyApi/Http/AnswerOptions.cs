using System.ComponentModel.DataAnnotations;

namespace CasualtyApi.Http;

/// <summary>How answers are kept.</summary>
internal sealed class AnswerOptions
{
    public const string Section = "Answers";

    /// <summary>How much memory answers may take that are kept for who asks the same again; 0 keeps none.</summary>
    [Range(0, 4096, ErrorMessage = "Answers__KeptMegabytes must be from 0 to 4096.")]
    public int KeptMegabytes { get; set; } = 64;
}
