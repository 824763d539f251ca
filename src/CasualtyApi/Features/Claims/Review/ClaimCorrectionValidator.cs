using CasualtyApi.Http;
using FluentValidation;

namespace CasualtyApi.Features.Claims.Review;

/// <summary>What the corrected claim must be is asked of it when it is merged: see <see cref="ClaimDraftValidator"/>.</summary>
internal sealed class ClaimCorrectionValidator : AbstractValidator<ClaimCorrection>
{
    public ClaimCorrectionValidator()
    {
        RuleFor(correction => correction.Reason).AsReason(isRequired: true);
        RuleFor(correction => correction.Credibility).AsCredibility();
    }
}
