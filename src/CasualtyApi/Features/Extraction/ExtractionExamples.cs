using CasualtyApi.Http;

namespace CasualtyApi.Features.Extraction;

/// <summary>Bodies to try.</summary>
internal static class ExtractionExamples
{
    private const string Text = "The ministry said more than 40 soldiers were killed near the border on Monday.";

    public static readonly RequestForms Forms = new(
        "A text, or many texts as lines.",
        new RequestForm(ExtractionBody.Json, typeof(ExtractionRequest), $$"""{"text":"{{Text}}","publishedAt":"2025-01-08"}"""),
        new RequestForm(ExtractionBody.Plain, typeof(string), Text),
        new RequestForm(ExtractionBody.Lines, typeof(string),
            $$"""
            {"id":"a1","text":"{{Text}}"}
            {"id":"a2","text":"“No one was hurt,” the mayor said."}

            """));
}
