using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using FluentValidation;

namespace CasualtyApi.Features.Sources.Writing;

/// <summary>A source as a person writes it: named as in its answer.</summary>
/// <param name="Name">As it is known; an unnamed one goes by what it is ("a resident").</param>
/// <param name="Kind">`person` is for those who speak in a public or professional role; a private individual is `unnamed`.</param>
/// <param name="Role">As worded.</param>
/// <param name="Affiliation">The source this one speaks for.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="DocumentId">The one document an unnamed source belongs to; null for a named one.</param>
/// <param name="Reason">Why it is added, for the ledger.</param>
internal sealed record SourceDraft(
    string Name,
    SourceKind Kind,
    string? Role = null,
    RecordReference? Affiliation = null,
    string? Country = null,
    IReadOnlyList<string>? Aliases = null,
    long? DocumentId = null,
    string? Reason = null) : IJsonRequest
{
    public static string Meaning => "A source written by hand.";

    public static string Example => """
        {
          "name": "Institute for the Study of War",
          "kind": "analyst",
          "country": "US",
          "aliases": ["ISW"],
          "reason": "Speaks in articles to come."
        }
        """;

    /// <param name="source">With its aliases.</param>
    public static SourceDraft Of(Source source) => new(
        source.Name, source.Kind, source.Role, source.AffiliationId is { } id ? new(id) : null, source.Country,
        [.. source.Aliases.OrderBy(alias => alias.Ordinal).Select(alias => alias.Alias)], source.DocumentId);
}

internal sealed class SourceDraftValidator : AbstractValidator<SourceDraft>
{
    private const int MostAliases = 50;

    public SourceDraftValidator()
    {
        RuleFor(draft => draft.Name).AsName("name");
        RuleFor(draft => draft.Role).AsWords(300, "role");
        RuleFor(draft => draft.Country).AsCountry("country");
        RuleForEach(draft => draft.Aliases).Must(BodyRules.IsName).WithMessage("has a name that is blank, longer than 300 characters, or not on one line.").OverridePropertyName("aliases");
        RuleFor(draft => draft.Aliases).Must(aliases => aliases is null || aliases.Count <= MostAliases)
            .WithMessage($"has more than {MostAliases} names.").OverridePropertyName("aliases");
        RuleFor(draft => draft.DocumentId).NotNull().When(draft => draft.Kind == SourceKind.Unnamed)
            .WithMessage("is missing: an unnamed source belongs to one document.").OverridePropertyName("documentId");
        RuleFor(draft => draft.DocumentId).Null().When(draft => draft.Kind != SourceKind.Unnamed)
            .WithMessage("goes with kind 'unnamed' alone; a named source speaks in any document.").OverridePropertyName("documentId");
        RuleFor(draft => draft.Reason).AsReason(isRequired: false);
    }
}
