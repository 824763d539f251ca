using CasualtyApi.Http.Bodies;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using FluentValidation;

namespace CasualtyApi.Features.Documents;

/// <summary>What is corrected of a document. A member that is left out stays; null forgets what was known.</summary>
/// <param name="Reason">Why; it stands in the ledger.</param>
/// <param name="Publisher">The name of who published it.</param>
/// <param name="PublishedAt">The day it was published. What it says again, or others after it, is linked anew.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Visibility">How much of its words may be shown.</param>
internal sealed record DocumentCorrection(
    string Reason, string? Title = null, string? Url = null, string? Publisher = null, DateOnly? PublishedAt = null, string? Language = null, Visibility? Visibility = null) : IJsonRequest
{
    public static string Meaning => "What changes, and why. It is laid over the document as RFC 7396 says.";

    public static string Example => """{"publishedAt":"2025-01-08","reason":"The date stands in the page's own head."}""";

    public static bool IsMergePatch => true;
}

internal sealed class DocumentCorrectionValidator : AbstractValidator<DocumentCorrection>
{
    private const int LongestReason = 2_000;

    public DocumentCorrectionValidator() =>
        RuleFor(correction => correction.Reason).Must(reason => reason.Length <= LongestReason && !string.IsNullOrWhiteSpace(reason))
            .WithMessage("is blank, or longer than 2,000 characters.").OverridePropertyName("reason");
}

/// <summary>What a person can say of a document.</summary>
internal sealed record DocumentDraft(
    string Language, Visibility Visibility, string? Title = null, string? Url = null, string? Publisher = null, DateOnly? PublishedAt = null)
{
    public static DocumentDraft Of(Document document) =>
        new(document.Language, document.Visibility, document.Title, document.Url, document.Publisher?.Name, document.PublishedAt);
}

internal sealed class DocumentDraftValidator : AbstractValidator<DocumentDraft>
{
    public DocumentDraftValidator()
    {
        RuleFor(draft => draft.Title).Must(DocumentWords.IsName).WithMessage(DocumentWords.NoName).OverridePropertyName("title");
        RuleFor(draft => draft.Url).Must(DocumentWords.IsAddress).WithMessage(DocumentWords.NoAddress).OverridePropertyName("url");
        RuleFor(draft => draft.Publisher).Must(DocumentWords.IsName).WithMessage(DocumentWords.NoName).OverridePropertyName("publisher");
        RuleFor(draft => draft.Language).Must(DocumentWords.IsLanguage).WithMessage(DocumentWords.NoLanguage).OverridePropertyName("language");
    }
}
