using CasualtyApi.Http;
using CasualtyApi.Ingest;

namespace CasualtyApi.Features.Documents;

/// <summary>What is known of an article that is sent as bare text or HTML, where its body has no place for it.</summary>
internal static class DocumentQuery
{
    private const string Where = " Of a body of text or HTML; JSON says it itself.";

    private static readonly QueryField<string> Title = Checked("title", "The title." + Where, DocumentWords.IsName, DocumentWords.NoName);
    private static readonly QueryField<string> Url = Checked("url", "Where it stands." + Where, DocumentWords.IsAddress, DocumentWords.NoAddress);
    private static readonly QueryField<string> Publisher = Checked("publisher", "The name of who published it." + Where, DocumentWords.IsName, DocumentWords.NoName);
    private static readonly QueryField<DateOnly?> PublishedAt = QueryFields.Date("publishedAt", "The day it was published." + Where);
    private static readonly QueryField<string> Language = Checked("language", "BCP 47." + Where, DocumentWords.IsLanguage, DocumentWords.NoLanguage);

    public static readonly QueryTable Table = new(Title, Url, Publisher, PublishedAt, Language);

    /// <summary>Lays what the query says over what the page says of itself.</summary>
    public static Article Over(Article article, QueryValues query) => article with
    {
        Title = query.Get(Title) ?? article.Title,
        Url = query.Get(Url) ?? article.Url,
        Publisher = query.Get(Publisher) ?? article.Publisher,
        PublishedAt = query.Get(PublishedAt) ?? article.PublishedAt,
        Language = query.Get(Language) ?? article.Language,
    };

    /// <summary>Refuses a query beside JSON: two places would say the same, or not the same.</summary>
    public static BadRequestProblem? Refusal(QueryValues query) => Table.Fields.FirstOrDefault(query.Has) is { } field
        ? BadRequestProblem.BadValue(field.Name, "stands in the query, where a body of JSON has a member for it.")
        : null;

    private static QueryField<string> Checked(string name, string description, Func<string?, bool> isGood, string fault) =>
        new(name, description, word => isGood(word) ? (word, null) : (null, fault));
}
