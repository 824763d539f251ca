using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries;

/// <summary>A document where another record names it.</summary>
/// <param name="Label">The title, or else the text's first words, where they may be shown.</param>
internal sealed record DocumentReference(
    long Id, string? Title, string Label, SourceName? Publisher, DateOnly? PublishedAt, string? Url);

/// <summary>The same as read, the publisher still an id.</summary>
internal sealed record NamedDocument(
    long Id, string? Title, string Opening, Visibility Visibility, long? PublisherId, DateOnly? PublishedAt, string? Url)
{
    public DocumentReference Named(SourceDirectory sources) =>
        new(Id, Title, Shown.Label(Id, Title, Opening, Visibility), sources.Find(PublisherId), PublishedAt, Url);
}
