using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Queries.Statements;
using CasualtyApi.Store.Terms;
using FluentValidation;

namespace CasualtyApi.Features.Statements.Writing;

/// <summary>A statement as a person writes it: named as in its answer.</summary>
/// <param name="Document">The document it stands in.</param>
/// <param name="Start">Where it begins, in Unicode code points of the document's text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Text">The document's text at the span, character by character. A quotation is without its marks.</param>
/// <param name="Speaker">Who says it; null is the document's own voice, or a quotation nobody is named for. Must be given.</param>
/// <param name="AlsoSpeakers">Who says it jointly, in the order named.</param>
/// <param name="SpeakerText">What the document calls the speaker there.</param>
/// <param name="SpeakerSpan">Where those words stand.</param>
/// <param name="Cue">The reporting words, as they stand in the document.</param>
/// <param name="Relay">Who passed it on between the speaker and the document, outermost first.</param>
/// <param name="Reason">Why it is added, for the ledger.</param>
internal sealed record StatementDraft(
    RecordReference Document,
    StatementKind Kind,
    int Start,
    int End,
    string Text,
    RecordReference? Speaker,
    IReadOnlyList<RecordReference>? AlsoSpeakers = null,
    string? SpeakerText = null,
    StatementSpan? SpeakerSpan = null,
    string? Cue = null,
    IReadOnlyList<RecordReference>? Relay = null,
    string? Reason = null) : IJsonRequest
{
    public static string Meaning => "A statement written by hand. Its words must be the document's at the span, character by character.";

    public static string Example => """
        {
          "document": { "id": 1 },
          "kind": "narrated",
          "start": 0,
          "end": 23,
          "text": "Recent reports indicate",
          "speaker": null,
          "reason": "An example."
        }
        """;

    internal IReadOnlyList<long> SpeakerIds => [.. (AlsoSpeakers ?? []).Prepend(Speaker).OfType<RecordReference>().Select(source => source.Id)];

    internal IReadOnlyList<long> RelayIds => [.. (Relay ?? []).OfType<RecordReference>().Select(source => source.Id)];
}

internal sealed class StatementDraftValidator : AbstractValidator<StatementDraft>
{
    public StatementDraftValidator()
    {
        RuleFor(draft => draft.Text).NotEmpty().WithMessage("is empty.").OverridePropertyName("text");
        RuleFor(draft => draft.Speaker).Null().When(draft => draft.Kind == StatementKind.Narrated)
            .WithMessage("is given, but a narrated statement is the document's own voice.").OverridePropertyName("speaker");
        RuleFor(draft => draft.Speaker).NotNull().When(draft => draft.Kind == StatementKind.Reported)
            .WithMessage("is null, but a reported statement is attributed to somebody.").OverridePropertyName("speaker");
        RuleFor(draft => draft.AlsoSpeakers).Must((draft, also) => also is null or [] || draft.Speaker is not null)
            .WithMessage("names who says it jointly, but 'speaker' is null.").OverridePropertyName("alsoSpeakers");
        RuleFor(draft => draft.AlsoSpeakers).Must((draft, _) => draft.SpeakerIds.Distinct().Count() == draft.SpeakerIds.Count)
            .WithMessage("names somebody twice.").OverridePropertyName("alsoSpeakers");
        RuleFor(draft => draft.SpeakerSpan).Must((draft, span) => span is null == draft.SpeakerText is null)
            .WithMessage("and 'speakerText' go together: the words, and where they stand.").OverridePropertyName("speakerSpan");
        RuleFor(draft => draft.SpeakerText).Must(text => text is not "").WithMessage("is empty.").OverridePropertyName("speakerText");
        RuleFor(draft => draft.Cue).Must(text => text is not "").WithMessage("is empty.").OverridePropertyName("cue");
        RuleFor(draft => draft.Relay).Must((draft, _) => draft.RelayIds.Distinct().Count() == draft.RelayIds.Count)
            .WithMessage("names somebody twice.").OverridePropertyName("relay");
        RuleFor(draft => draft.Reason).AsReason(isRequired: false);
    }
}
