using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Store.Terms;
using FluentValidation;

namespace CasualtyApi.Features.Claims.Review;

/// <summary>A decision on a claim's reading.</summary>
/// <param name="Reason">Why, for the ledger.</param>
/// <param name="Credibility">Admiralty grade of the number, 1 to 6; 6 is "cannot be judged". Absent, it stays as it is.</param>
/// <param name="By">With `supersede`, the id of the claim that takes its place.</param>
internal sealed record DecisionRequest(ReviewDecision Decision, string Reason, int? Credibility = null, long? By = null) : IJsonRequest
{
    public static string Meaning => "A decision, and why.";

    public static string Example => """{"decision":"accept","reason":"The words say so.","credibility":3}""";
}

internal sealed class DecisionRequestValidator : AbstractValidator<DecisionRequest>
{
    public DecisionRequestValidator()
    {
        RuleFor(request => request.Reason).AsReason(isRequired: true);
        RuleFor(request => request.Credibility).AsCredibility();
        RuleFor(request => request.By).NotNull().When(request => request.Decision == ReviewDecision.Supersede)
            .WithMessage("is missing: which claim takes its place?").OverridePropertyName("by");
        RuleFor(request => request.By).Null().When(request => request.Decision != ReviewDecision.Supersede)
            .WithMessage("goes with 'supersede' alone.").OverridePropertyName("by");
    }
}
