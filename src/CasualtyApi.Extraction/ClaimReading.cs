namespace CasualtyApi.Extraction;

/// <summary>What happened to the people counted.</summary>
public enum CasualtyCategory
{
    Killed,
    Injured,
    KilledOrInjured,
    Missing,
    Captured,
    Abducted,
    Displaced,

    /// <summary>Any other union of the above ("killed or captured"); the members stand in <see cref="ClaimReading.MixedOf"/>.</summary>
    Mixed,
}

/// <summary>How a count relates to the number in its words.</summary>
public enum CountRelation
{
    Exactly,
    About,
    MoreThan,
    AtLeast,
    AtMost,
    LessThan,
    Between,

    /// <summary>A number of no exact size ("dozens"): a low, no high.</summary>
    Vague,

    /// <summary>Words of size without a number ("heavy"): neither low nor high.</summary>
    Unquantified,
}

/// <summary>The people counted: the most specific kind worded.</summary>
public enum PartyKind
{
    Military,
    ArmedGroup,
    Police,
    Civilians,
    Children,
    Women,
    Medics,
    Press,
    AidWorkers,
    Prisoners,

    /// <summary>Not said which.</summary>
    People,
}

/// <summary>How closely a place is known.</summary>
public enum PlacePrecision
{
    Exact,
    City,
    Region,
    Country,
}

/// <summary>The stretch of time or event a count is of.</summary>
public enum ClaimScope
{
    /// <summary>One event, its rising toll included.</summary>
    Incident,

    /// <summary>A window that closes ("the past 24 hours").</summary>
    Period,

    /// <summary>A running count from a baseline to the time of speaking ("since February", "so far").</summary>
    Total,

    /// <summary>"1,500 a day": never added, never multiplied.</summary>
    Rate,

    Unspecified,
}

/// <summary>How sure the words are, read from hedges on the claim itself.</summary>
public enum Certainty
{
    Stated,
    Estimated,
    Likely,

    /// <summary>"Reportedly", or another's claim told by the speaker.</summary>
    Alleged,
    Denied,
}

/// <summary>A count as worded and as read. See docs/codebook.md for every relation.</summary>
/// <param name="Text">The words that count ("more than 1,000"); null where only a name stands.</param>
/// <param name="Relation">How the ends relate to the worded number.</param>
/// <param name="Low">Lower end, zero or more; null where the words leave it open.</param>
/// <param name="High">Upper end; null where the words leave it open.</param>
public sealed record CountReading(string? Text, CountRelation Relation, long? Low, long? High);

/// <summary>Whom it happened to, or who did it.</summary>
/// <param name="Text">The words ("North Korean troops").</param>
/// <param name="Name">The nation, group or kind they name ("North Korea", "Hamas", "civilians").</param>
/// <param name="Country">ISO 3166-1 alpha-2 of the nation named.</param>
/// <param name="Kind">The most specific kind worded.</param>
public sealed record PartyReading(string? Text, string Name, string? Country, PartyKind Kind);

/// <summary>Where it happened.</summary>
/// <param name="Text">The words ("Kursk").</param>
/// <param name="Name">The place's name in the vocabulary, or the words.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Latitude">WGS 84 degrees, −90 to 90; null where not known.</param>
/// <param name="Longitude">WGS 84 degrees, −180 to 180; null where not known.</param>
/// <param name="Precision">How closely it is known.</param>
public sealed record PlaceReading(
    string Text, string Name, string? Country, double? Latitude, double? Longitude, PlacePrecision Precision);

/// <summary>When it happened.</summary>
/// <param name="Text">The words ("the recent week").</param>
/// <param name="Start">First day, where the words or the document's date make it known.</param>
/// <param name="End">Last day, under the same condition.</param>
public sealed record PeriodReading(string Text, DateOnly? Start, DateOnly? End);

/// <summary>One casualty assertion inside a statement, counted or expressly not.</summary>
/// <remarks>
/// <see cref="Statement"/>, <see cref="Repeats"/>, <see cref="PartOf"/>, <see cref="Updates"/> and
/// <see cref="Disputes"/> are indexes into the arrays of the same <see cref="Reading"/>.
/// </remarks>
public sealed record ClaimReading
{
    public required int Statement { get; init; }

    /// <summary>Where it stands, in code points.</summary>
    public required Span Span { get; init; }

    /// <summary>The document's text at <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    public required CasualtyCategory Category { get; init; }

    /// <summary>The members of a mixed category, in the order of <see cref="CasualtyCategory"/>; else empty.</summary>
    public IReadOnlyList<CasualtyCategory> MixedOf { get; init; } = [];

    /// <summary>How they came to harm, where worded ("suicide").</summary>
    public string? Cause { get; init; }

    public required CountReading Count { get; init; }

    public required PartyReading Party { get; init; }

    /// <summary>Who did it, only where the words say so.</summary>
    public PartyReading? Blamed { get; init; }

    public PlaceReading? Place { get; init; }

    public PeriodReading? Period { get; init; }

    public ClaimScope Scope { get; init; } = ClaimScope.Unspecified;

    public Certainty Certainty { get; init; } = Certainty.Stated;

    /// <summary>Who claims it; null is the document's own voice.</summary>
    public SourceReading? Claimant { get; init; }

    public IReadOnlyList<SourceReading> AlsoClaimants { get; init; } = [];

    /// <summary>The earlier claim this one says again.</summary>
    public int? Repeats { get; init; }

    /// <summary>The claim whose count already contains this one.</summary>
    public int? PartOf { get; init; }

    /// <summary>The earlier claim of the same originator that this one replaces in its own words.</summary>
    public int? Updates { get; init; }

    /// <summary>The claim this one denies.</summary>
    public int? Disputes { get; init; }

    /// <summary>Ids of the rules that read it ("counts.more-than"); each names its own file.</summary>
    public required IReadOnlyList<string> Rules { get; init; }
}
