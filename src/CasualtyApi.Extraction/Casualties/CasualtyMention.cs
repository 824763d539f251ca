using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Places;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>What a casualty word and its victims say, before count, party, place and speaker are read.</summary>
internal sealed record CasualtyMention
{
    public required int Sentence { get; init; }

    /// <summary>The casualty words: tokens [First, End).</summary>
    public required int TriggerFirst { get; init; }

    public required int TriggerEnd { get; init; }

    /// <summary>What happened; more than one makes a union.</summary>
    public required IReadOnlyList<CasualtyTerm> Terms { get; init; }

    /// <summary>Who it happened to; null where only a casualty noun is counted ("12 fatalities").</summary>
    public Victim? Victim { get; init; }

    /// <summary>The casualty noun's own phrase ("heavy casualties"), whose count is then the claim's.</summary>
    public NounPhrase? Counted { get; init; }

    /// <summary>Who did it.</summary>
    public NounPhrase? Agent { get; init; }

    /// <summary>Whose people they are, where another phrase says so ("Russia lost 12 tank crews").</summary>
    public NounPhrase? Owner { get; init; }

    /// <summary>Told as somebody's loss ("put its losses at 700 killed"): what a nation loses is forces.</summary>
    public bool IsLoss { get; init; }

    /// <summary>The rule that read it.</summary>
    public required string Rule { get; init; }

    /// <summary>The mention that this one is counted in ("including three children"), by its place in the list; −1 if none.</summary>
    public CasualtyMention? Whole { get; init; }

    /// <summary>The verb is negated: nobody was harmed, or it is denied.</summary>
    public bool IsNegated { get; init; }

    /// <summary>"did not kill 212 civilians": the number is denied, and nobody says that there were none.</summary>
    public bool DeniesNumber => IsNegated && Victim is null or { Group: null } && (Counted ?? Victim?.Phrase) is { Count: { Relation: not CountRelation.Unquantified, Low: > 1 }, Determiner: 0 } told && (Counted is not null || told.First >= TriggerEnd);

    /// <summary>Denied as a whole: that there were any.</summary>
    public bool IsOfAny { get; init; }

    public Certainty Certainty { get; init; } = Certainty.Stated;

    public string? Cause { get; init; }

    /// <summary>Spoken of as having happened, whatever is said of it ("the murder of six priests").</summary>
    public bool IsPresupposed { get; init; }

    /// <summary>The scope that the construct itself gives, where no words of time say another.</summary>
    public ClaimScope? Scope { get; init; }

    /// <summary>How the words around it turn the number named: past it ("the toll passed 100"), or no further ("never confirmed more than 48").</summary>
    public CountRelation? Relation { get; init; }

    /// <summary>The earlier figure that this one replaces ("rose from 38 to 41").</summary>
    public CasualtyMention? Replaces { get; init; }

    /// <summary>Whether its own words say that it is not what it was.</summary>
    public TollTurn Turn { get; init; }

    /// <summary>The cell of a table that names the place; null where no table says so.</summary>
    public PlaceCell? Where { get; init; }

    public int First => Math.Min(Math.Min(TriggerFirst, Victim?.First ?? int.MaxValue), Counted?.First ?? int.MaxValue);

    public int End => Math.Max(Math.Max(TriggerEnd, Victim?.End ?? 0), Counted?.End ?? 0);
}

/// <summary>How a toll became what it is.</summary>
internal enum TollTurn
{
    /// <summary>The words do not say that it was another.</summary>
    None,

    /// <summary>"has risen to 30", "was revised to 23".</summary>
    Moved,

    /// <summary>"taking the toll to 11": those told in the same breath are added.</summary>
    Added,
}
