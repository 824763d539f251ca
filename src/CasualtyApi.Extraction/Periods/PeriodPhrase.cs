namespace CasualtyApi.Extraction.Periods;

/// <summary>Words of time in a sentence: tokens [First, End), the scope they give a count, and their days where known.</summary>
internal sealed record PeriodPhrase(int First, int End, ClaimScope Scope, string Rule, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>The clause that it stands in ("since 2008, when 166 people died"): it holds behind itself only.</summary>
    public bool HoldsBehindOnly { get; init; }

    /// <summary>Behind the event whose year it is ("the 2011 earthquake"): it holds for those whom that event harmed; 0 for any other time.</summary>
    public int EventEnd { get; init; }
}
