using CasualtyApi.Http.Bodies;
using CasualtyApi.Store.Terms;
using FluentValidation;

namespace CasualtyApi.Features.Keys;

/// <summary>A key to make.</summary>
/// <param name="Name">Whose it is, or what for; it is shown in the list of keys.</param>
/// <param name="Role">What it may do.</param>
/// <param name="ExpiresAt">From when on it opens nothing; absent, never.</param>
internal sealed record CreateKeyRequest(string Name, Role Role, DateTimeOffset? ExpiresAt = null) : IJsonRequest
{
    public static string Meaning => "A key to make.";

    public static string Example => """{"name":"Kyiv desk","role":"contributor","expiresAt":"2099-12-31T00:00:00Z"}""";
}

internal sealed class CreateKeyRequestValidator : AbstractValidator<CreateKeyRequest>
{
    private const int LongestName = 200;

    public CreateKeyRequestValidator(TimeProvider clock)
    {
        RuleFor(request => request.Name).NotEmpty().WithMessage("is empty or blank.").OverridePropertyName("name");
        RuleFor(request => request.Name).MaximumLength(LongestName).WithMessage($"is longer than {LongestName} characters.").OverridePropertyName("name");
        RuleFor(request => request.ExpiresAt).Must(instant => instant is null || instant > clock.GetUtcNow())
            .WithMessage("lies in the past; such a key would open nothing.").OverridePropertyName("expiresAt");
    }
}
