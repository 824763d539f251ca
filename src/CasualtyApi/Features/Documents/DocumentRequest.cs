using CasualtyApi.Http.Bodies;
using FluentValidation;

namespace CasualtyApi.Features.Documents;

/// <summary>An article to be read and kept.</summary>
/// <param name="Text">The article, verbatim.</param>
/// <param name="Title">Its title; metadata, never read.</param>
/// <param name="Url">Where it stands.</param>
/// <param name="Publisher">The name of who published it.</param>
/// <param name="PublishedAt">The day it was published, against which "yesterday" is resolved.</param>
/// <param name="Language">BCP 47. The engine reads English.</param>
internal sealed record DocumentRequest(
    string Text, string? Title = null, string? Url = null, string? Publisher = null, DateOnly? PublishedAt = null, string Language = "en") : IJsonRequest
{
    public static string Meaning => "An article, with what is known of it.";

    public static string Example => """
        {
          "text": "At least 14 people were killed in the flooding in Tavira, the mayor said on Monday. Reyes's office had put the toll at nine.",
          "title": "Toll rises in Tavira",
          "url": "https://news.example/tavira",
          "publisher": "Example News",
          "publishedAt": "2025-01-08"
        }
        """;
}

/// <summary>The text itself is checked where it is read.</summary>
internal sealed class DocumentRequestValidator : AbstractValidator<DocumentRequest>
{
    public DocumentRequestValidator()
    {
        RuleFor(request => request.Title).Must(DocumentWords.IsName).WithMessage(DocumentWords.NoName).OverridePropertyName("title");
        RuleFor(request => request.Url).Must(DocumentWords.IsAddress).WithMessage(DocumentWords.NoAddress).OverridePropertyName("url");
        RuleFor(request => request.Publisher).Must(DocumentWords.IsName).WithMessage(DocumentWords.NoName).OverridePropertyName("publisher");
        RuleFor(request => request.Language).Must(DocumentWords.IsLanguage).WithMessage(DocumentWords.NoLanguage).OverridePropertyName("language");
    }
}
