using CasualtyApi.Extraction;

namespace CasualtyApi.Tests;

/// <summary>A reading made by hand: spans are found from the words, so that a test shows only what it is about.</summary>
internal sealed class HandReading(string text)
{
    private readonly List<StatementReading> statements = [];
    private readonly List<ClaimReading> claims = [];

    public Reading Reading => new(statements, claims);

    public HandReading Says(SourceReading? speaker, string words, params SourceReading[] also)
    {
        var kind = speaker is null ? StatementKind.Narrated : StatementKind.Reported;
        statements.Add(new StatementReading(kind, SpanOf(words), words, speaker, also, null, null, null, []));
        return this;
    }

    /// <summary>Adds a claim inside the statement added last, by its speaker.</summary>
    public HandReading Counts(string words, PartyReading party, long? low = 1, Func<ClaimReading, ClaimReading>? with = null)
    {
        var claim = new ClaimReading
        {
            Statement = statements.Count - 1,
            Span = SpanOf(words),
            Text = words,
            Category = CasualtyCategory.Killed,
            Count = new CountReading(null, CountRelation.Exactly, low, low),
            Party = party,
            Claimant = statements[^1].Speaker,
            AlsoClaimants = statements[^1].AlsoSpeakers,
            Rules = ["counts.exactly"],
        };
        claims.Add(with is null ? claim : with(claim));
        return this;
    }

    public Span SpanOf(string words)
    {
        var unit = text.IndexOf(words, StringComparison.Ordinal);
        var start = text[..unit].EnumerateRunes().Count();
        return new Span(start, start + words.EnumerateRunes().Count());
    }
}
