using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using FluentValidation;

namespace CasualtyApi.Features.Sources.Writing;

/// <summary>Whom a source was found to be.</summary>
/// <param name="Into">The id of the source it is; null makes it itself again. Must be given.</param>
/// <param name="Reason">Why, for the ledger.</param>
internal sealed record MergeRequest(long? Into, string Reason) : IJsonRequest
{
    public static string Meaning => "Whom the source is, or null to take a merger back, and why.";

    public static string Example => """{"into":2,"reason":"The article speaks of the government by two names."}""";
}

internal sealed class MergeRequestValidator : AbstractValidator<MergeRequest>
{
    public MergeRequestValidator() => RuleFor(request => request.Reason).AsReason(isRequired: true);
}
