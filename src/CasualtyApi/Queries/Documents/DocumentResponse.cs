using CasualtyApi.Http;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Documents;

/// <summary>An article as received.</summary>
/// <param name="Label">The title, or else the text's first words: at most 60 characters, cut at a word.</param>
/// <param name="PublishedAt">The day it was published, where that is known; the engine never invents one.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Sha256">Of the text's UTF-8 bytes. The same text is the same document.</param>
/// <param name="Length">The text's length in Unicode code points.</param>
/// <param name="Origin">How it came here.</param>
/// <param name="Visibility">How much of its words may be shown.</param>
/// <param name="Publications">Where else and when the same text was published, in the order it became known.</param>
/// <param name="Statements">How many statements were read in it.</param>
/// <param name="Claims">How many claims were read in it, whatever their status.</param>
internal sealed record DocumentResponse(
    long Id,
    string? Title,
    string Label,
    string? Url,
    SourceName? Publisher,
    DateOnly? PublishedAt,
    string Language,
    string Sha256,
    int Length,
    string Origin,
    Visibility Visibility,
    IReadOnlyList<DocumentPublication> Publications,
    int Statements,
    int Claims,
    int Revision,
    DateTime ReceivedAt,
    DateTime UpdatedAt,
    DocumentLinks Links)
{
    public static DocumentResponse Of(DocumentRow row, SourceDirectory sources)
    {
        var document = row.Document;
        return new(
            document.Id, document.Title, Shown.Label(document.Id, document.Title, document.Opening, document.Visibility), document.Url,
            sources.Find(document.PublisherId), document.PublishedAt, document.Language,
            document.Sha256, document.TextLength, document.Origin, document.Visibility,
            row.Publications.ConvertAll(publication => DocumentPublication.Of(publication, sources)),
            row.Statements, row.Claims, document.Revision, Instant.Of(document.ReceivedAt), Instant.Of(document.UpdatedAt),
            DocumentLinks.Of(document.Id));
    }
}

/// <summary>One place and time the text was published at.</summary>
internal sealed record DocumentPublication(string? Title, string? Url, SourceName? Publisher, DateOnly? PublishedAt)
{
    public static DocumentPublication Of(Publication publication, SourceDirectory sources) => new(
        publication.Title, publication.Url,
        sources.Find(publication.PublisherId), publication.PublishedAt);
}

/// <summary>Where to go on from a document.</summary>
internal sealed record DocumentLinks(string Self, string Text, string Statements, string Claims)
{
    public static DocumentLinks Of(long id) => new(
        Queries.Links.To("documents", id), Queries.Links.To("documents", id) + "/text",
        $"{Queries.Links.Root}/statements?document={id}", $"{Queries.Links.Root}/claims?document={id}&status=any");
}
