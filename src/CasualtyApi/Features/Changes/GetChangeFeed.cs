using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Changes;

internal static class GetChangeFeed
{
    public const string MediaType = "application/atom+xml";

    public static readonly QueryTable Query = new(PageFields.Limit);

    public static async Task<FileContentHttpResult> HandleAsync(
        QueryValues query, HttpContext http, CasualtyDbContext db, LedgerView ledger, CancellationToken cancellationToken)
    {
        var limit = query.Get(PageFields.Limit) ?? PageFields.DefaultLimit;
        var first = Math.Max(ledger.Position - limit, 0);
        var changes = await db.Changes.AsNoTracking().Where(change => change.Position > first && change.Position <= ledger.Position)
            .OrderBy(change => change.Position).ToListAsync(cancellationToken);
        var leaves = await new LedgerTree(db).HashesAsync(0, first, ledger.Position - first, cancellationToken);
        var origin = Origin.Of(http.Request);
        var self = new Uri($"{origin}{http.Request.Path}");
        var feed = new SyndicationFeed("Casualty claims: changes", "What changed in the ledger, newest first.", self)
        {
            Id = self.ToString(),
            LastUpdatedTime = DateTimeOffset.FromUnixTimeMilliseconds(changes.Count > 0 ? changes[^1].At : 0),
            Items = [.. changes.Zip(leaves, (change, leaf) => Entry(change, leaf, origin)).Reverse()],
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(self, MediaType));
        return TypedResults.Bytes(Written(feed), MediaType + "; charset=utf-8");
    }

    // An entry's leaf names it for ever, wherever this service is reached (RFC 6920).
    private static SyndicationItem Entry(Change change, byte[] leaf, string origin)
    {
        var record = Kebab.Of(change.Record);
        var title = string.Create(CultureInfo.InvariantCulture, $"{record} {change.RecordId} {Kebab.Of(change.Kind)}");
        var at = DateTimeOffset.FromUnixTimeMilliseconds(change.At);
        var item = new SyndicationItem(
            title, change.Reason ?? title, new Uri(origin + Links.To(record + "s", change.RecordId)),
            "ni:///sha-256;" + System.Buffers.Text.Base64Url.EncodeToString(leaf), at)
        { PublishDate = at };
        item.Authors.Add(new SyndicationPerson { Name = change.Actor });
        return item;
    }

    private static byte[] Written(SyndicationFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) })) feed.SaveAsAtom10(xml);
        return bytes.ToArray();
    }
}
