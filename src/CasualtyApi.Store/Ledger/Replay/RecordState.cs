using System.Text.Json;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using CasualtyApi.Store.Wording;

namespace CasualtyApi.Store.Ledger.Replay;

/// <summary>
/// The rows an entry stands for: <see cref="Payload"/> read backwards. What a row holds besides (folded names, first words, the words around
/// a span) follows from these and the document's text.
/// </summary>
internal static class RecordState
{
    public static Change ChangeOf(byte[] payload, JsonElement entry) => new()
    {
        Position = entry.Number("position"),
        At = entry.Number("at"),
        Actor = entry.Text("actor")!,
        Kind = entry.Term<ChangeKind>("kind"),
        Record = entry.Term<RecordKind>("record"),
        RecordId = entry.Number("recordId"),
        Revision = (int)entry.Number("revision"),
        Reason = entry.Text("reason"),
        Payload = payload,
    };

    /// <param name="change">The entry.</param>
    /// <param name="after">Its record's state.</param>
    /// <param name="words">What the state holds as hashes.</param>
    /// <param name="text">The document's, for the words around a claim; without it they are left out.</param>
    /// <param name="receivedAt">When the record's first entry was made.</param>
    public static LedgerRecord Of(
        Change change, JsonElement after, IReadOnlyDictionary<string, string> words, CodePointText? text, long receivedAt)
    {
        LedgerRecord record = change.Record switch
        {
            RecordKind.Document => Document(change.RecordId, after, words),
            RecordKind.Source => Source(change.RecordId, after),
            RecordKind.Statement => Statement(change.RecordId, after, words),
            _ => Claim(change.RecordId, after, words),
        };
        (record.Id, record.Revision, record.Since) = (change.RecordId, change.Revision, change.Position);
        (record.UpdatedAt, record.ReceivedAt) = (change.At, receivedAt);
        if (record is Claim claim && text is not null) WordsGuard.Surround(claim, text);
        return record;
    }

    public static Party? PartyOf(JsonElement after, string name) => after.GetProperty(name) is { ValueKind: JsonValueKind.Object } party
        ? new Party { Id = party.Number("id"), Name = party.Text("name")!, Country = party.Text("country"), Kind = party.Term<PartyKind>("kind") }
        : null;

    public static Place? PlaceOf(JsonElement after) => after.GetProperty("place") is { ValueKind: JsonValueKind.Object } place
        ? new Place
        {
            Id = place.Number("id"),
            Name = place.Text("name")!,
            Country = place.Text("country"),
            Latitude = place.DegreesOrNull("latitude"),
            Longitude = place.DegreesOrNull("longitude"),
            Precision = place.Term<PlacePrecision>("precision"),
        }
        : null;

    private static Document Document(long id, JsonElement after, IReadOnlyDictionary<string, string> words) => new()
    {
        Title = after.Text("title"),
        Url = after.Text("url"),
        PublisherId = after.NumberOrNull("publisherId"),
        PublishedAt = after.DayOrNull("publishedAt"),
        Language = after.Text("language")!,
        Sha256 = after.Text("textSha256")!,
        TextLength = (int)after.Number("textLength"),
        Opening = words.TryGetValue(Exports.Words.Text, out var text) ? Opening.Of(text) : "",
        Origin = after.Text("origin")!,
        Visibility = after.Term<Visibility>("visibility"),
        ReceivedType = after.TryGetProperty("received", out var received) ? received.Text("mediaType") : null,
        ReceivedSha256 = received.ValueKind == JsonValueKind.Object ? received.Text("sha256") : null,
        Publications = after.List("publications", (publication, ordinal) => new Publication
        {
            DocumentId = id,
            Ordinal = ordinal,
            Title = publication.Text("title"),
            Url = publication.Text("url"),
            PublisherId = publication.NumberOrNull("publisherId"),
            PublishedAt = publication.DayOrNull("publishedAt"),
        }),
    };

    private static Source Source(long id, JsonElement after) => new()
    {
        Name = after.Text("name")!,
        Kind = after.Term<SourceKind>("kind"),
        Role = after.Text("role"),
        AffiliationId = after.NumberOrNull("affiliationId"),
        Country = after.Text("country"),
        DocumentId = after.NumberOrNull("documentId"),
        Reliability = after.Text("reliability"),
        MergedIntoId = after.NumberOrNull("mergedIntoId"),
        Aliases = after.List("aliases", (alias, ordinal) => new SourceAlias { SourceId = id, Ordinal = ordinal, Alias = alias.GetString()! }),
    };

    private static Statement Statement(long id, JsonElement after, IReadOnlyDictionary<string, string> words) => new()
    {
        DocumentId = after.Number("documentId"),
        Kind = after.Term<StatementKind>("kind"),
        Start = (int)after.Number("start"),
        End = (int)after.Number("end"),
        Text = words.GetValueOrDefault("text", ""),
        SpeakerText = words.GetValueOrDefault("speakerText"),
        SpeakerStart = (int?)after.NumberOrNull("speakerStart"),
        SpeakerEnd = (int?)after.NumberOrNull("speakerEnd"),
        Cue = words.GetValueOrDefault("cue"),
        Speakers = after.List("speakerIds", (source, ordinal) => new StatementSpeaker { StatementId = id, Ordinal = ordinal, SourceId = source.GetInt64() }),
        Relay = after.List("relayIds", (source, ordinal) => new StatementRelay { StatementId = id, Ordinal = ordinal, SourceId = source.GetInt64() }),
    };

    private static Claim Claim(long id, JsonElement after, IReadOnlyDictionary<string, string> words) => new()
    {
        StatementId = after.Number("statementId"),
        DocumentId = after.Number("documentId"),
        Start = (int)after.Number("start"),
        End = (int)after.Number("end"),
        Text = words.GetValueOrDefault("text", ""),
        Category = after.Term<CasualtyCategory>("category"),
        MixedOf = after.List("mixedOf", (category, _) => Kebab.Parse<CasualtyCategory>(category.GetString()!)),
        Cause = after.Text("cause"),
        CountText = words.GetValueOrDefault("countText"),
        Relation = after.Term<CountRelation>("relation"),
        Low = after.NumberOrNull("low"),
        High = after.NumberOrNull("high"),
        PartyId = after.IdOrNull("party")!.Value,
        PartyText = words.GetValueOrDefault("partyText"),
        BlamedId = after.IdOrNull("blamed"),
        BlamedText = words.GetValueOrDefault("blamedText"),
        PlaceId = after.IdOrNull("place"),
        PlaceText = words.GetValueOrDefault("placeText"),
        PeriodText = words.GetValueOrDefault("periodText"),
        PeriodStart = after.DayOrNull("periodStart"),
        PeriodEnd = after.DayOrNull("periodEnd"),
        Scope = after.Term<ClaimScope>("scope"),
        Certainty = after.Term<Certainty>("certainty"),
        RepeatsClaimId = after.NumberOrNull("repeatsClaimId"),
        PartOfClaimId = after.NumberOrNull("partOfClaimId"),
        UpdatesClaimId = after.NumberOrNull("updatesClaimId"),
        DisputesClaimId = after.NumberOrNull("disputesClaimId"),
        Rules = after.List("rules", (rule, _) => rule.GetString()!),
        Extractor = after.Text("extractor"),
        Status = after.Term<ClaimStatus>("status"),
        SupersededById = after.NumberOrNull("supersededById"),
        Credibility = (int?)after.NumberOrNull("credibility"),
        Claimants = after.List("claimantIds", (source, ordinal) => new ClaimClaimant { ClaimId = id, Ordinal = ordinal, SourceId = source.GetInt64() }),
    };
}
