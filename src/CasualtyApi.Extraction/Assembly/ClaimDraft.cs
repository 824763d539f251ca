using CasualtyApi.Extraction.Casualties;

namespace CasualtyApi.Extraction.Assembly;

/// <summary>A claim while it is put together. Spans count UTF-16 units.</summary>
internal sealed class ClaimDraft
{
    public required CasualtyMention Mention { get; init; }

    public required Span Span { get; init; }

    public required CasualtyCategory Category { get; init; }

    public required IReadOnlyList<CasualtyCategory> MixedOf { get; init; }

    public string? Cause { get; init; }

    public required CountReading Count { get; set; }

    public required PartyReading Party { get; set; }

    /// <summary>"any soldier": what a denial makes nobody of.</summary>
    public bool IsOfAny { get; init; }

    /// <summary>"a soldier", "another two": surely people not counted before.</summary>
    public bool IsNew { get; init; }

    /// <summary>"four more", "another bomber killed four": told of as more than what came before, and said again only by such words.</summary>
    public bool IsFurther { get; init; }

    /// <summary>The last word of a named victim's name: two names are two people. It never leaves the engine.</summary>
    public string? Name { get; init; }

    public PartyReading? Blamed { get; init; }

    public PlaceReading? Place { get; set; }

    public PeriodReading? Period { get; set; }

    public ClaimScope Scope { get; set; }

    public Certainty Certainty { get; set; }

    public List<string> Rules { get; } = [];

    public StatementPlan? Statement { get; set; }

    public ClaimDraft? Repeats { get; set; }

    public ClaimDraft? PartOf { get; set; }

    public ClaimDraft? Updates { get; set; }

    public ClaimDraft? Disputes { get; set; }

    /// <summary>The denial of this claim, on the same words, in a statement around its own.</summary>
    public ClaimDraft DeniedIn(StatementPlan statement)
    {
        var denial = new ClaimDraft
        {
            Mention = Mention,
            Span = Span,
            Category = Category,
            MixedOf = MixedOf,
            Cause = Cause,
            Count = Count,
            Party = Party,
            Name = Name,
            IsFurther = IsFurther,
            Blamed = Blamed,
            Place = Place,
            Period = Period,
            Scope = Scope,
            Certainty = Certainty.Denied,
            Statement = statement,
            Disputes = this,
        };
        denial.Rules.AddRange([.. Rules.SkipLast(1), statement.Draft.Rule]);
        return denial;
    }
}

/// <summary>A statement that will stand in the reading, and its place there.</summary>
internal sealed class StatementPlan(Attribution.StatementDraft draft)
{
    public Attribution.StatementDraft Draft { get; } = draft;

    public int Index { get; set; }
}
