using CasualtyApi.Extraction;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Ledger;

namespace CasualtyApi.Ingest;

/// <summary>
/// Turns the reading of one document into rows. Ids are given in an order any machine repeats: sources at first mention,
/// then statements, then claims, both by start, end and category.
/// </summary>
/// <param name="ledger">The change they belong to.</param>
/// <param name="context">Where they are kept.</param>
/// <param name="document">What was read.</param>
/// <param name="sources">The sources of the change.</param>
/// <param name="earlier">What was read in it before; null for a new document.</param>
internal sealed class ReadingKeeper(
    LedgerTransaction ledger, CasualtyDbContext context, Document document, SourceRegister sources, EarlierReading? earlier = null)
{
    private readonly PartyRegister parties = new(ledger, context);
    private readonly PlaceRegister places = new(ledger, context);

    /// <returns>The claims, in the order of the text.</returns>
    public async Task<IReadOnlyCollection<Claim>> KeepAsync(Reading reading, CancellationToken cancellationToken)
    {
        var statementOrder = Order(reading.Statements, statement => (statement.Span.Start, statement.Span.End, 0));
        var claimOrder = Order(reading.Claims, claim => (claim.Span.Start, claim.Span.End, (int)claim.Category));
        await sources.LookUpAsync([.. reading.Statements.SelectMany(SourcesOf), .. reading.Claims.SelectMany(SourcesOf)], cancellationToken);
        await parties.LookUpAsync(reading.Claims.SelectMany(claim => new[] { claim.Party, claim.Blamed }).OfType<PartyReading>(), cancellationToken);
        await places.LookUpAsync(reading.Claims.Select(claim => claim.Place).OfType<PlaceReading>(), cancellationToken);

        var claimsByStatement = claimOrder.Select(index => reading.Claims[index]).ToLookup(claim => claim.Statement);
        foreach (var index in statementOrder)
        {
            await SourceIdsAsync([.. SourcesOf(reading.Statements[index]), .. claimsByStatement[index].SelectMany(SourcesOf)], cancellationToken);
        }

        var statements = new Dictionary<int, Statement>();
        foreach (var index in statementOrder) statements[index] = await KeepAsync(reading.Statements[index], cancellationToken);

        var kept = new Dictionary<int, Claim>();
        foreach (var index in claimOrder)
        {
            var claim = reading.Claims[index];
            kept[index] = await KeepAsync(claim, statements[claim.Statement].Id, cancellationToken);
        }

        foreach (var (index, claim) in kept.Where(pair => earlier?.IsTouched(pair.Value) != true)) Link(claim, reading.Claims[index], kept);
        return kept.Values;
    }

    private static int[] Order<TItem>(IReadOnlyList<TItem> items, Func<TItem, (int, int, int)> key) =>
        [.. Enumerable.Range(0, items.Count).OrderBy(index => key(items[index]))];

    private static void Link(Claim claim, ClaimReading reading, Dictionary<int, Claim> kept)
    {
        claim.RepeatsClaimId = Linked(reading.Repeats);
        claim.PartOfClaimId = Linked(reading.PartOf);
        claim.UpdatesClaimId = Linked(reading.Updates);
        claim.DisputesClaimId = Linked(reading.Disputes);

        long? Linked(int? index) => index is { } known ? kept[known].Id : null;
    }

    private static IEnumerable<SourceReading> SourcesOf(StatementReading statement) => [.. Speakers(statement), .. statement.Relay];

    private static IEnumerable<SourceReading> Speakers(StatementReading statement) => Together(statement.Speaker, statement.AlsoSpeakers);

    private static IEnumerable<SourceReading> SourcesOf(ClaimReading claim) => Together(claim.Claimant, claim.AlsoClaimants);

    private static IEnumerable<SourceReading> Together(SourceReading? first, IReadOnlyList<SourceReading> others) => first is null ? others : [first, .. others];

    private async Task<List<long>> SourceIdsAsync(IEnumerable<SourceReading> readings, CancellationToken cancellationToken)
    {
        var ids = new List<long>();
        foreach (var reading in readings)
        {
            var id = (await sources.FindOrAddAsync(reading, cancellationToken)).Id;
            if (!ids.Contains(id)) ids.Add(id);
        }

        return ids;
    }

    private async Task<Statement> KeepAsync(StatementReading reading, CancellationToken cancellationToken)
    {
        var speakers = await SourceIdsAsync(Speakers(reading), cancellationToken);
        var relay = await SourceIdsAsync(reading.Relay, cancellationToken);
        var read = new Statement
        {
            DocumentId = document.Id,
            Kind = Terms.Of(reading.Kind),
            Start = reading.Span.Start,
            End = reading.Span.End,
            Text = reading.Text,
            SpeakerText = reading.SpeakerText,
            SpeakerStart = reading.SpeakerSpan?.Start,
            SpeakerEnd = reading.SpeakerSpan?.End,
            Cue = reading.Cue,
            Speakers = [.. speakers.Select((id, ordinal) => new StatementSpeaker { Ordinal = ordinal, SourceId = id })],
            Relay = [.. relay.Select((id, ordinal) => new StatementRelay { Ordinal = ordinal, SourceId = id })],
        };
        return earlier?.Find(read) ?? ledger.Add(read);
    }

    private async Task<Claim> KeepAsync(ClaimReading reading, long statementId, CancellationToken cancellationToken)
    {
        var party = await parties.FindOrAddAsync(reading.Party, cancellationToken);
        var blamed = reading.Blamed is null ? null : await parties.FindOrAddAsync(reading.Blamed, cancellationToken);
        var place = reading.Place is null ? null : await places.FindOrAddAsync(reading.Place, cancellationToken);
        var claimants = await SourceIdsAsync(SourcesOf(reading), cancellationToken);
        var read = new Claim
        {
            StatementId = statementId,
            DocumentId = document.Id,
            Start = reading.Span.Start,
            End = reading.Span.End,
            Text = reading.Text,
            Category = Terms.Of(reading.Category),
            MixedOf = [.. reading.MixedOf.Select(Terms.Of)],
            Cause = reading.Cause,
            CountText = reading.Count.Text,
            Relation = Terms.Of(reading.Count.Relation),
            Low = reading.Count.Low,
            High = reading.Count.High,
            PartyId = party.Id,
            PartyText = reading.Party.Text,
            BlamedId = blamed?.Id,
            BlamedText = reading.Blamed?.Text,
            PlaceId = place?.Id,
            PlaceText = reading.Place?.Text,
            PeriodText = reading.Period?.Text,
            PeriodStart = reading.Period?.Start,
            PeriodEnd = reading.Period?.End,
            Scope = Terms.Of(reading.Scope),
            Certainty = Terms.Of(reading.Certainty),
            Rules = [.. reading.Rules],
            Extractor = ArticleReader.Version,
            Claimants = [.. claimants.Select((id, ordinal) => new ClaimClaimant { Ordinal = ordinal, SourceId = id })],
        };
        return earlier?.Find(read) ?? ledger.Add(read);
    }
}
