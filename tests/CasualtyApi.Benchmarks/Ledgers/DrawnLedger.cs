using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Subjects;
using CasualtyApi.Store.Terms;
using CasualtyApi.Store.Wording;

namespace CasualtyApi.Benchmarks.Ledgers;

/// <summary>
/// A ledger of any number of claims, the same on every machine: four years of documents, one after the other, in which few parties,
/// places and speakers have most of the claims; with repeats, parts, updates, denials, corrections and decisions.
/// </summary>
internal sealed class DrawnLedger(ILedgerPen pen, int claims)
{
    /// <summary>Another number for another ledger: files made before are not taken for it.</summary>
    public const int Version = 1;

    private const int Days = 4 * 365 + 1;
    private static readonly DateOnly FirstDay = new(2021, 1, 1);
    private static readonly string[] Asides =
        ["Fighting went on through the night.", "Nobody could be reached for comment.", "Power was out in most districts, residents said.", "Talks are to resume next week."];

    private readonly Chance _chance = new(2021);
    private readonly Dictionary<object, long> _said = [];
    private readonly Queue<Claim> _recent = [];
    private readonly Queue<DrawnSentence> _heard = [];
    private int _drawn;
    private long _documents;

    public async Task WriteAsync()
    {
        await pen.BeginAsync(ChangeLog.Engine, At(0));
        var world = DrawnWorld.Write(pen, _chance);
        await pen.CommitAsync();
        while (_drawn < claims)
        {
            await pen.BeginAsync(ChangeLog.Engine, At(_drawn));
            WriteDocument(world);
            await pen.CommitAsync();
            if (_chance.OneIn(3)) await ReviewAsync();
        }
    }

    /// <summary>Evenly over the years: what was published comes in at noon.</summary>
    private long At(int drawn) => new DateTimeOffset(Day(drawn), new(12, 0), TimeSpan.Zero).ToUnixTimeMilliseconds() + drawn % 10_000;

    private DateOnly Day(int drawn) => FirstDay.AddDays((int)((long)drawn * Days / claims));

    private void WriteDocument(DrawnWorld world)
    {
        var (text, number, day) = (new DrawnText(), ++_documents, Day(_drawn));
        var publisher = _chance.OneIn(8) ? null : _chance.Skewed(world.Publishers);
        DateOnly? publishedAt = _chance.OneIn(30) ? null : day;
        text.Put(string.Create(CultureInfo.InvariantCulture, $"Report {number}. {_chance.Of(Asides)} "));
        var sentences = Enumerable.Range(0, 1 + _chance.Below(8)).Select(_ => DrawnSentence.Write(text, world, _chance, _chance.Of(Asides), Heard())).ToList();

        var title = _chance.OneIn(5) ? null : string.Create(CultureInfo.InvariantCulture, $"{sentences[0].Place?.Name ?? "Front"} toll, report {number}");
        var url = string.Create(CultureInfo.InvariantCulture, $"https://news.example/{number}");
        var document = pen.Add(new Document
        {
            Title = title,
            Url = url,
            PublisherId = publisher?.Id,
            PublishedAt = publishedAt,
            Language = "en",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))),
            TextLength = text.Length,
            Opening = Opening.Of(text.ToString()),
            Origin = "import",
            Text = new DocumentText { Text = text.ToString() },
            Publications = [new Publication { Ordinal = 0, Title = title, Url = url, PublisherId = publisher?.Id, PublishedAt = publishedAt }],
        });
        foreach (var sentence in sentences) sentence.Introduce(pen, document);
        var statements = sentences.ConvertAll(sentence => pen.Add(sentence.Statement(document, text, publisher)));
        foreach (var (sentence, statement) in sentences.Zip(statements)) WriteClaims(sentence, statement, document, text);
        foreach (var sentence in sentences.Where(sentence => sentence.Speaker is not null)) _heard.Enqueue(sentence);
        while (_heard.Count > 400) _heard.Dequeue();
    }

    /// <summary>One sentence in six says again what another document said.</summary>
    private DrawnSentence? Heard() => _chance.OneIn(6) && _heard.Count > 0 ? _heard.ElementAt(_chance.Below(_heard.Count)) : null;

    private void WriteClaims(DrawnSentence sentence, Statement statement, Document document, DrawnText text)
    {
        Claim? whole = null;
        foreach (var words in sentence.Claims.TakeWhile(_ => _drawn < claims))
        {
            var claim = pen.Add(sentence.Claim(words, statement, document, text, _chance));
            claim.PartOfClaimId = whole?.Id;
            Link(claim, sentence.OriginatorId ?? (sentence.Speaker is null ? document.PublisherId : null), document);
            if (_chance.OneIn(40)) claim.UpdatesClaimId = Earlier(claim);
            whole ??= claim;
            _drawn++;
            _recent.Enqueue(claim);
            if (_recent.Count > 200) _recent.Dequeue();
        }
    }

    /// <summary>The key by which <c>Ingest/RepeatsAcross</c> finds that two claims say the same.</summary>
    private void Link(Claim claim, long? originator, Document document)
    {
        if (originator is null || document.PublishedAt is null || claim.Certainty == Certainty.Denied || claim.Scope == ClaimScope.Rate) return;
        var subject = SubjectKey.Of(new(
            claim.PartyId, claim.Category, claim.MixedOf, claim.Scope, claim.PlaceId, claim.PeriodStart, claim.PeriodEnd, document.PublishedAt));
        var day = claim is { PeriodText: not null, PeriodStart: null, PeriodEnd: null } ? document.PublishedAt : null;
        var key = (originator, subject, claim.Relation, claim.Low, claim.High, day);
        if (_said.TryGetValue(key, out var first)) claim.RepeatsClaimId = first;
        else _said[key] = claim.Id;
    }

    /// <summary>What the same claimant said of the same people before.</summary>
    private long? Earlier(Claim claim) => _recent.LastOrDefault(earlier => earlier.RepeatsClaimId is null && earlier.DocumentId != claim.DocumentId
        && earlier.PartyId == claim.PartyId && earlier.Category == claim.Category
        && earlier.Claimants.FirstOrDefault()?.SourceId == claim.Claimants.FirstOrDefault()?.SourceId)?.Id;

    private async Task ReviewAsync()
    {
        var claim = _chance.Of([.. _recent]);
        await pen.BeginAsync("key:1", At(Math.Min(_drawn, claims - 1)));
        var (status, credibility) = _chance.Below(8) switch
        {
            < 5 => (ClaimStatus.Accepted, (int?)(1 + _chance.Below(6))),
            5 => (ClaimStatus.Rejected, null),
            6 => (ClaimStatus.Retracted, null),
            _ => (claim.Status, claim.Credibility ?? 6),
        };
        pen.Change(claim, known => (known.Status, known.Credibility) = (status, credibility), ChangeKind.Corrected, "Read against the document.");
        await pen.CommitAsync();
    }
}
