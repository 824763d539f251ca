namespace CasualtyApi.Ingest.Extracted;

/// <summary>Reads a text, and keeps nothing.</summary>
internal static class ReadText
{
    public static ExtractionResponse Of(string text, DateOnly? publishedAt = null, string? id = null) =>
        ExtractionResponse.Of(id, ReadingMeter.Read(text, publishedAt));
}
