using CasualtyApi.Store.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>A claim that a filter selected, with what comparing it needs; its sources are resolved.</summary>
internal sealed record SelectedClaim
{
    private Known? _known;

    public required long Id { get; init; }

    public required long DocumentId { get; init; }

    public int Start { get; init; }

    public DateOnly? PublishedAt { get; init; }

    public required SubjectParty Party { get; init; }

    public required CasualtyCategory Category { get; init; }

    public IReadOnlyList<CasualtyCategory> MixedOf { get; init; } = [];

    public required CountRelation Relation { get; init; }

    public long? Low { get; init; }

    public long? High { get; init; }

    public required ClaimScope Scope { get; init; }

    public SubjectPeriod? Period { get; init; }

    public SubjectPlace? Place { get; init; }

    public Certainty Certainty { get; init; }

    public ClaimStatus Status { get; init; }

    /// <summary>Who says it; several where it is said jointly, none for the document's own voice.</summary>
    public IReadOnlyList<SourceName> Claimants { get; init; } = [];

    public required Originator Originator { get; init; }

    public Stance Stance { get; init; } = Stance.Other;

    public long? Repeats { get; init; }

    public long? PartOf { get; init; }

    public long? Updates { get; init; }

    /// <summary>The first claim of those that say the same: links lead to it, never to a link.</summary>
    public long Root => Repeats ?? Id;

    /// <summary>Grouping asks for it again and again; a changed copy has its own.</summary>
    public SubjectKey Subject
    {
        get
        {
            if (_known is { } known && ReferenceEquals(known.Of, this)) return known.Subject;
            var subject = SubjectKey.Of(new(Party.Id, Category, MixedOf, Scope, Place?.Id, Period?.Start, Period?.End, PublishedAt));
            _known = new(this, subject);
            return subject;
        }
    }

    /// <summary>A claim is itself, whatever it took from those that repeat it.</summary>
    public bool Equals(SelectedClaim? other) => other?.Id == Id;

    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>One reference, which several requests may set at once.</summary>
    private sealed record Known(SelectedClaim Of, SubjectKey Subject);
}

/// <summary>Whom claims are about.</summary>
internal sealed record SubjectParty(long Id, string Name, PartyKind Kind);

/// <summary>When it happened, as worded and as far as the days are known.</summary>
internal sealed record SubjectPeriod(string? Text, DateOnly? Start, DateOnly? End);

/// <summary>Where it happened.</summary>
internal sealed record SubjectPlace(long Id, string Name, string? Country, PlacePrecision Precision);
