using CasualtyApi.Ingest;
using FluentValidation;

namespace CasualtyApi.Features.Extraction;

/// <summary>A text to read.</summary>
/// <param name="Text">The article, verbatim.</param>
/// <param name="Id">Your own name for it, given back with the reading.</param>
/// <param name="Title">Its title; metadata, never read.</param>
/// <param name="PublishedAt">The day it was published, against which "yesterday" is resolved.</param>
internal sealed record ExtractionRequest(string Text, string? Id = null, string? Title = null, DateOnly? PublishedAt = null);

/// <summary>The text itself has passed <see cref="TextProblem"/> by then.</summary>
internal sealed class ExtractionRequestValidator : AbstractValidator<ExtractionRequest>
{
    private const int LongestLabel = 1_000;

    public ExtractionRequestValidator()
    {
        RuleFor(request => request.Id).MaximumLength(LongestLabel).WithMessage("is longer than 1,000 characters.").OverridePropertyName("id");
        RuleFor(request => request.Title).MaximumLength(LongestLabel).WithMessage("is longer than 1,000 characters.").OverridePropertyName("title");
    }
}
