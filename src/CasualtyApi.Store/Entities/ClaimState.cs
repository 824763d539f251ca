using CasualtyApi.Store.Terms;

namespace CasualtyApi.Store.Entities;

/// <summary>What a claim counts, of whom, in which words. Spans count code points, end exclusive.</summary>
public abstract class ClaimState : LedgerRecord
{
    public required long StatementId { get; init; }

    public required long DocumentId { get; init; }

    public required int Start { get; set; }

    public required int End { get; set; }

    /// <summary>The document's text at the span; the store refuses anything else.</summary>
    public required string Text { get; set; }

    /// <summary>The 32 code points before the span: with the text and the suffix, a TextQuoteSelector. The store fills it.</summary>
    public string Prefix { get; internal set; } = "";

    /// <summary>The 32 code points after the span. The store fills it.</summary>
    public string Suffix { get; internal set; } = "";

    public required CasualtyCategory Category { get; set; }

    /// <summary>The members of a mixed category; else empty.</summary>
    public List<CasualtyCategory> MixedOf { get; set; } = [];

    /// <summary>How they came to harm, where worded ("suicide").</summary>
    public string? Cause { get; set; }

    public string? CountText { get; set; }

    public required CountRelation Relation { get; set; }

    /// <summary>Lower end; null where the words leave it open.</summary>
    public long? Low { get; set; }

    /// <summary>Upper end; null where the words leave it open.</summary>
    public long? High { get; set; }

    public required long PartyId { get; set; }

    public string? PartyText { get; set; }

    /// <summary>Who did it, only where the words say so.</summary>
    public long? BlamedId { get; set; }

    public string? BlamedText { get; set; }

    public long? PlaceId { get; set; }

    public string? PlaceText { get; set; }

    public string? PeriodText { get; set; }

    public DateOnly? PeriodStart { get; set; }

    public DateOnly? PeriodEnd { get; set; }

    public required ClaimScope Scope { get; set; }

    public required Certainty Certainty { get; set; }

    public long? RepeatsClaimId { get; set; }

    public long? PartOfClaimId { get; set; }

    public long? UpdatesClaimId { get; set; }

    public long? DisputesClaimId { get; set; }

    /// <summary>Ids of the rules that read it; empty for a claim written by hand.</summary>
    public List<string> Rules { get; set; } = [];

    /// <summary>Version of the engine that read it; null for a claim written by hand.</summary>
    public string? Extractor { get; set; }

    public ClaimStatus Status { get; set; }

    /// <summary>The claim that took its place, where a reviewer named one. Set only while the status is superseded.</summary>
    public long? SupersededById { get; set; }

    /// <summary>Admiralty grade of the number, 1 to 6, where a reviewer set one.</summary>
    public int? Credibility { get; set; }
}
