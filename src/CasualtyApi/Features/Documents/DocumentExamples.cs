using CasualtyApi.Http;

namespace CasualtyApi.Features.Documents;

/// <summary>Bodies to try.</summary>
internal static class DocumentExamples
{
    private const string Text = "At least 14 people were killed in the flooding in Tavira, the mayor said on Monday.";

    public static readonly RequestForms Forms = new(
        "An article: as JSON with what is known of it; as bare text, in any charset that `Content-Type` names; or as the page of HTML it stood on, of which the "
        + "article's text is kept, and the page itself beside it.",
        new RequestForm(DocumentBody.Json, typeof(DocumentRequest), DocumentRequest.Example),
        new RequestForm("text/plain", typeof(string), Text),
        new RequestForm("text/html", typeof(string), $"<html lang=\"en\"><title>Toll rises in Tavira</title><body><p>{Text} Rescue went on.</p></body></html>"));

    public static readonly RequestForms Lines = new(
        "Articles, one JSON object a line, as `POST /documents` takes them.",
        new RequestForm("application/x-ndjson", typeof(string),
            $$"""
            {"text":"{{Text}}","publishedAt":"2025-01-08"}
            {"text":"“No one was hurt,” the mayor said."}

            """));
}
