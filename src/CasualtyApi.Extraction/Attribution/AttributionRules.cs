namespace CasualtyApi.Extraction.Attribution;

/// <summary>Every construct that attributes, in the order they are tried at a cue: the first that stands there reads it.</summary>
internal static class AttributionRules
{
    public static ContinuedQuoteRule ContinuedQuote { get; } = new();

    public static RelayRule Relay { get; } = new();

    public static TurnRule Turn { get; } = new();

    private static readonly AttributionRule[] InOrder =
    [
        new QuoteThenCueRule(),
        new InvertedRule(),
        new AsSayingRule(),
        new CueThenQuoteRule(),
        new ParticipleRule(),
        new AccusedOfRule(),
        new DenialRule(),
        new ReportsNounRule(),
        new SaidRule(),
        new TrailingCueRule(),
        new AgreedToRule(),
        new SpokeOfRule(),
        new RevealedRule(),
        new ItWasSaidRule(),
        new WasToldRule(),
        new AwareRule(),
        new ClaimThatRule(),
        new PromiseToRule(),
        new InViewOfRule(),
        new AccordingToRule(),
        new ColonRule(),
        new LabelBehindRule(),
    ];

    private static readonly AttributionRule[][] InOrderAt =
        [.. Enum.GetValues<CueKind>().Select(kind => InOrder.Where(rule => rule.Cue == kind).ToArray())];

    /// <summary>Those that begin from a cue of a kind.</summary>
    public static ReadOnlySpan<AttributionRule> AtCues(CueKind kind) => InOrderAt[(int)kind];

    /// <summary>All of them, for the index of rules.</summary>
    public static IReadOnlyList<AttributionRule> All { get; } = [.. InOrder, Relay, ContinuedQuote, Turn];
}
