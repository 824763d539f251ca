using CasualtyApi.Store.Terms;

namespace CasualtyApi.Store.Wording;

/// <summary>A statement or claim whose words are not the document's text at its span. The message holds no words.</summary>
public sealed class WordsNotInDocumentException(RecordKind record, long documentId, int start, int end)
    : Exception($"The words of a {Kebab.Of(record)} are not those of document {documentId} at characters {start}–{end}.")
{
    public long DocumentId { get; } = documentId;

    public int Start { get; } = start;

    public int End { get; } = end;
}
