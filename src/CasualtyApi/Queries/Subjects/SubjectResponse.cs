using System.Text.Json.Serialization;
using CasualtyApi.Store.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Subjects;

/// <summary>What some claims are all about.</summary>
/// <param name="MixedOf">The members of category `mixed`; else absent.</param>
/// <param name="Period">When, where its claims agree on it.</param>
/// <param name="Place">Where, where its claims agree on it.</param>
/// <param name="Loose">True where place or days are not known, and its claims are held together by the month of their publication or by having none.</param>
internal sealed record SubjectResponse(
    SubjectParty Party,
    CasualtyCategory Category,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<CasualtyCategory>? MixedOf,
    ClaimScope Scope,
    SubjectPeriod? Period,
    SubjectPlaceName? Place,
    bool Loose)
{
    /// <summary>What its claims have in common: by this, answers about one subject find each other.</summary>
    [JsonIgnore]
    public SubjectKey Key { get; private init; } = null!;

    /// <param name="claims">Claims of one subject, at least one.</param>
    public static SubjectResponse Of(IReadOnlyList<SelectedClaim> claims)
    {
        var first = claims[0];
        return new(
            first.Party, first.Category, first.MixedOf.Count == 0 ? null : first.MixedOf, first.Scope,
            PeriodOf(claims), PlaceOf(claims), first.Subject.IsLoose)
        {
            Key = first.Subject,
        };
    }

    /// <summary>What a sum is about: all its incidents, from the first day to the last.</summary>
    public static SubjectResponse OfSum(IReadOnlyList<SelectedClaim> claims) => Of(claims) with
    {
        Period = new(null, claims.Min(claim => claim.Subject.Start), claims.Max(claim => claim.Subject.End)),
    };

    private static SubjectPeriod? PeriodOf(IReadOnlyList<SelectedClaim> claims)
    {
        var known = claims.Select(claim => claim.Period).OfType<SubjectPeriod>().ToList();
        return known.Select(period => (period.Start, period.End)).Distinct().Count() != 1 ? null
            : known.Select(period => period.Text).Distinct().Count() == 1 ? known[0]
            : known[0] is { Start: null, End: null } ? null
            : known[0] with { Text = null };
    }

    private static SubjectPlaceName? PlaceOf(IReadOnlyList<SelectedClaim> claims) =>
        claims.Select(claim => claim.Place).OfType<SubjectPlace>().Distinct().ToList() is [var place] ? new(place.Name, place.Country) : null;
}

/// <summary>Where.</summary>
internal sealed record SubjectPlaceName(string Name, string? Country);

/// <summary>How many of some claims a person has compared with the words, and how many nobody has.</summary>
internal sealed record ReviewedResponse(int Accepted, int Candidate)
{
    public static ReviewedResponse Of(IReadOnlyCollection<SelectedClaim> claims)
    {
        var accepted = claims.Count(claim => claim.Status == ClaimStatus.Accepted);
        return new(accepted, claims.Count - accepted);
    }
}
