using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Store.Terms;
using FluentValidation;

namespace CasualtyApi.Features.Sources.Writing;

/// <summary>
/// What of a source is corrected: a merge patch (RFC 7396) over the members that are named. A member left out stays as it is, one that is null
/// is taken away, and a list is replaced.
/// </summary>
/// <param name="Reason">Why, for the ledger.</param>
/// <param name="Kind">Named sources stay named, unnamed ones unnamed.</param>
/// <param name="Reliability">Admiralty grade, A to F; F is "cannot be judged", not "worst".</param>
internal sealed record SourceCorrection(
    string Reason,
    string? Name = null,
    SourceKind? Kind = null,
    string? Role = null,
    RecordReference? Affiliation = null,
    string? Country = null,
    IReadOnlyList<string>? Aliases = null,
    string? Reliability = null) : IJsonRequest
{
    public static string Meaning => "What is corrected, as a merge patch (RFC 7396), and why.";

    public static string Example => """{"reliability":"B","reason":"Its figures were confirmed later, most often."}""";

    public static bool IsMergePatch => true;
}

internal sealed class SourceCorrectionValidator : AbstractValidator<SourceCorrection>
{
    public SourceCorrectionValidator()
    {
        RuleFor(correction => correction.Reason).AsReason(isRequired: true);
        RuleFor(correction => correction.Reliability).Must(grade => grade is null or "A" or "B" or "C" or "D" or "E" or "F")
            .WithMessage("goes from A, completely reliable, to E, unreliable; F cannot be judged.").OverridePropertyName("reliability");
    }
}
