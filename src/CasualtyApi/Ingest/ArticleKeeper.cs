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
/// <param name="Position">Of the last change; where there was none, the ledger's length.</param>
internal sealed record Kept(long DocumentId, bool IsNew, long Position);

/// <summary>Reads articles and keeps what was read, each in one change.</summary>
internal sealed class ArticleKeeper(CasualtyDbContext context, LedgerWriter writer)
{
    /// <summary>The lower-case hexadecimal SHA-256 of the text's UTF-8 bytes: the same text is the same document.</summary>
    public static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public Task<bool> KnowsAsync(string fingerprint, CancellationToken cancellationToken) =>
        context.Documents.AnyAsync(document => document.Sha256 == fingerprint, cancellationToken);

    /// <summary>Reads an article, unless its text is kept already: then nothing is read.</summary>
    public async Task<Reading> ReadAsync(Article article, CancellationToken cancellationToken) =>
        await KnowsAsync(Fingerprint(article.Text), cancellationToken)
            ? Reading.Empty
            : ReadingMeter.Read(article.Text, article.PublishedAt);

    /// <summary>Reads and keeps an article. A text that is kept already is not read again; where it was published is added.</summary>
    public async Task<Kept> KeepAsync(Article article, string actor, CancellationToken cancellationToken) =>
        // Reading takes its time, so it is done before other writers are kept waiting.
        await KeepAsync(article, await ReadAsync(article, cancellationToken), actor, cancellationToken);

    internal Task<Kept> KeepAsync(Article article, Reading reading, string actor, CancellationToken cancellationToken) =>
        writer.WriteAsync(actor, (db, ledger, stop) => KeepAsync(db, ledger, article, reading, stop), cancellationToken);

    /// <summary>Keeps an article within a change that others may be part of, and saves it.</summary>
    public static async Task<Kept> KeepAsync(
        CasualtyDbContext db, LedgerTransaction ledger, Article article, Reading reading, CancellationToken cancellationToken)
    {
        var fingerprint = Fingerprint(article.Text);
        var known = await db.Documents.Include(document => document.Publications)
            .SingleOrDefaultAsync(document => document.Sha256 == fingerprint, cancellationToken);
        var document = known ?? ledger.Add(New(article, fingerprint));
        var sources = new SourceRegister(ledger, db, document);
        await PublishAsync(document, article, sources, ledger, cancellationToken);
        if (known is null)
        {
            var claims = await new ReadingKeeper(ledger, db, document, sources).KeepAsync(reading, cancellationToken);
            await new RepeatsAcross(ledger, db, document).LinkAsync(claims, cancellationToken);
        }

        var position = ledger.HasChanges ? await ledger.SaveAsync(cancellationToken) : db.Position();
        return new Kept(document.Id, IsNew: known is null, position);
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
        ReceivedType = article.Received?.MediaType,
        ReceivedSha256 = article.Received is { } received ? Convert.ToHexStringLower(SHA256.HashData(received.Bytes)) : null,
        Received = article.Received is { } kept ? new ReceivedBytes { Bytes = kept.Bytes } : null,
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
