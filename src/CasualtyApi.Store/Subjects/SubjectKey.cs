using CasualtyApi.Store.Terms;

namespace CasualtyApi.Store.Subjects;

/// <summary>What of a claim, and of the day its document was published, decides its subject.</summary>
public sealed record SubjectTerms(
    long PartyId,
    CasualtyCategory Category,
    IReadOnlyList<CasualtyCategory> MixedOf,
    ClaimScope Scope,
    long? PlaceId,
    DateOnly? Start,
    DateOnly? End,
    DateOnly? PublishedAt);

/// <summary>
/// What claims must have in common to be compared, merged or called contradictory: party, category and scope, and then by
/// scope the place and day, the two ends of a period, or a total's baseline and the month it runs to. Where that is not
/// known, the month of publication stands for it, and the key is loose.
/// </summary>
public sealed record SubjectKey
{
    private SubjectKey(SubjectTerms terms) => (PartyId, Category, MixedOf, Scope) =
        (terms.PartyId, terms.Category, terms.MixedOf.Count == 0 ? "" : string.Join(' ', terms.MixedOf.Order().Select(Kebab.Of)), terms.Scope);

    public long PartyId { get; }

    public CasualtyCategory Category { get; }

    /// <summary>The members of a mixed category, in one fixed order.</summary>
    public string MixedOf { get; }

    public ClaimScope Scope { get; }

    public long? PlaceId { get; private init; }

    public DateOnly? Start { get; private init; }

    public DateOnly? End { get; private init; }

    /// <summary>The first day of the month a total runs to, or of the month of publication where no date is known.</summary>
    public DateOnly? Month { get; private init; }

    /// <summary>True where claims are held together by no more than the month of publication, or by having no date at all.</summary>
    public bool IsLoose { get; private init; }

    public static SubjectKey Of(SubjectTerms terms) => terms.Scope switch
    {
        ClaimScope.Incident => Incident(terms),
        ClaimScope.Period when terms is { Start: not null, End: not null } => new(terms) { Start = terms.Start, End = terms.End },
        ClaimScope.Period => new(terms) { Start = terms.Start, End = terms.End, Month = MonthOf(terms.PublishedAt), IsLoose = true },
        ClaimScope.Total when terms.End is not null => new(terms) { Start = terms.Start, Month = MonthOf(terms.End) },
        ClaimScope.Total => new(terms) { Start = terms.Start, Month = MonthOf(terms.PublishedAt), IsLoose = true },
        _ => new(terms) { Month = MonthOf(terms.PublishedAt), IsLoose = true },
    };

    // Two events in different places are never one subject, whenever they were.
    private static SubjectKey Incident(SubjectTerms terms)
    {
        var (start, end) = (terms.Start ?? terms.End, terms.End ?? terms.Start);
        return new(terms)
        {
            PlaceId = terms.PlaceId,
            Start = start,
            End = end,
            Month = start is null ? MonthOf(terms.PublishedAt) : null,
            IsLoose = start is null || terms.PlaceId is null,
        };
    }

    private static DateOnly? MonthOf(DateOnly? day) => day is { } known ? new DateOnly(known.Year, known.Month, 1) : null;
}
