using System.Security.Cryptography;
using System.Text;
using CasualtyApi.Extraction;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using CasualtyApi.Store.Wording;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Ingest;

/// <summary>What became of an article that was handed in.</summary>
/// <param name="DocumentId">The document that holds its text.</param>
/// <param name="IsNew">The text was not in the store before.</param>
internal sealed record Kept(long DocumentId, bool IsNew);

/// <summary>Reads articles and keeps what was read, each in one transaction.</summary>
internal sealed class ArticleKeeper(CasualtyDbContext context, ChangeLog changeLog)
{
    /// <summary>The lower-case hexadecimal SHA-256 of the text's UTF-8 bytes: the same text is the same document.</summary>
    public static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public Task<bool> KnowsAsync(string fingerprint, CancellationToken cancellationToken) =>
        context.Documents.AnyAsync(document => document.Sha256 == fingerprint, cancellationToken);

    /// <summary>Reads and keeps an article. A text that is kept already is not read again; where it was published is added.</summary>
    public async Task<Kept> KeepAsync(Article article, string actor, CancellationToken cancellationToken)
    {
        // Reading takes its time, so it is done before other writers are kept waiting.
        var reading = await KnowsAsync(Fingerprint(article.Text), cancellationToken)
            ? Reading.Empty
            : ReadingMeter.Read(article.Text, article.PublishedAt);
        return await KeepAsync(article, reading, actor, cancellationToken);
    }

    internal async Task<Kept> KeepAsync(Article article, Reading reading, string actor, CancellationToken cancellationToken)
    {
        await using var ledger = await changeLog.BeginAsync(context, actor, cancellationToken);
        var fingerprint = Fingerprint(article.Text);
        var known = await context.Documents.Include(document => document.Publications)
            .SingleOrDefaultAsync(document => document.Sha256 == fingerprint, cancellationToken);
        var document = known ?? ledger.Add(New(article, fingerprint));
        var sources = new SourceRegister(ledger, context, document.Id);
        await PublishAsync(document, article, sources, ledger, cancellationToken);
        if (known is null)
        {
            var claims = await new ReadingKeeper(ledger, context, document, sources).KeepAsync(reading, cancellationToken);
            await new RepeatsAcross(ledger, context, document).LinkAsync(claims, cancellationToken);
        }

        await ledger.CommitAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return new Kept(document.Id, IsNew: known is null);
    }

    private static Document New(Article article, string fingerprint) => new()
    {
        Title = article.Title,
        Url = article.Url,
        PublishedAt = article.PublishedAt,
        Language = article.Language,
        Sha256 = fingerprint,
        TextLength = new CodePointText(article.Text).Length,
        Opening = Opening.Of(article.Text),
        Origin = article.Origin,
        Text = new DocumentText { Text = article.Text },
    };

    // A first publication is the document's own metadata too; a later one never overwrites them.
    private static async Task PublishAsync(
        Document document, Article article, SourceRegister sources, LedgerTransaction ledger, CancellationToken cancellationToken)
    {
        if (article is { Title: null, Url: null, Publisher: null, PublishedAt: null }) return;
        var publisher = article.Publisher is { } name
            ? await sources.FindOrAddAsync(new SourceReading(name, Extraction.SourceKind.Media), cancellationToken)
            : null;
        var isKnown = document.Publications.Any(publication =>
            (publication.Url, publication.PublisherId, publication.PublishedAt) == (article.Url, publisher?.Id, article.PublishedAt));
        if (isKnown) return;

        if (document.Revision == 0) document.PublisherId = publisher?.Id;
        else ledger.Change(document, ChangeKind.Extended);
        document.Publications.Add(new Publication
        {
            Ordinal = document.Publications.Count,
            Title = article.Title,
            Url = article.Url,
            PublisherId = publisher?.Id,
            PublishedAt = article.PublishedAt,
        });
    }
}
