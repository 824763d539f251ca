using System.Globalization;
using CasualtyApi.Ingest.Extracted;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Pages.Cards;

/// <summary>Another claim that one refers to.</summary>
/// <param name="Relation">In words: "Says again".</param>
/// <param name="Address">Where it stands.</param>
internal sealed record RelatedClaim(string Relation, long Id, string Address);

/// <summary>What the card of a claim says, whether it is kept or was only read.</summary>
/// <param name="Id">Of the claim; of one that was only read its number, from 1.</param>
/// <param name="Worded">The words of its count; null where there are none.</param>
/// <param name="Quote">The words it stands in; null where they are not shown.</param>
/// <param name="Rules">That read it; none where a person did.</param>
internal sealed record ClaimFacts(
    long Id, CasualtyCategory Category, IReadOnlyList<CasualtyCategory> MixedOf, string? Worded, CountRelation Relation, long? Low, long? High, string Party,
    string Claimants, string? Period, string? Place, string? Blamed, Certainty Certainty, ClaimScope Scope, string? Quote, int Start, int End,
    IReadOnlyList<RelatedClaim> Related, IReadOnlyList<string> Rules)
{
    /// <param name="showsWords">Whether its document's words are shown.</param>
    public static ClaimFacts Of(ClaimResponse claim, bool showsWords) => new(
        claim.Id, claim.Category, claim.MixedOf, claim.Count.Text, claim.Count.Relation, claim.Count.Low, claim.Count.High,
        PartyLabel.Of(claim.Party.Name, claim.Party.Kind), ClaimantsOf(claim),
        claim.Period is { } period ? Days(period.Text, period.Start, period.End) : null,
        claim.Place is { } place ? PlaceOf(place.Name, place.Country, place.Precision) : null,
        claim.Blamed is { } blamed ? PartyLabel.Of(blamed.Name, blamed.Kind) : null,
        claim.Certainty, claim.Scope, showsWords ? claim.Quote.Exact : null, claim.Quote.Start, claim.Quote.End,
        [.. Others(claim.Repeats, claim.PartOf, claim.Updates, claim.Disputes).Select(other => new RelatedClaim(other.Relation, other.Claim, $"/claims/{Word(other.Claim)}"))],
        claim.Rules);

    /// <param name="index">Among the claims of its reading, from 0.</param>
    /// <param name="kind">Of the statement it stands in.</param>
    public static ClaimFacts Of(ExtractedClaim claim, int index, StatementKind kind) => new(
        index + 1, claim.Category, claim.MixedOf, claim.Count.Text, claim.Count.Relation, claim.Count.Low, claim.Count.High,
        PartyLabel.Of(claim.Party.Name, claim.Party.Kind),
        (claim.Claimant?.Name ?? Words.NobodyNamed(kind)) + string.Concat(claim.AlsoClaimants.Select(also => $", and {also.Name}")),
        claim.Period is { } period ? Days(period.Text, period.Start, period.End) : null,
        claim.Place is { } place ? PlaceOf(place.Name, place.Country, place.Precision) : null,
        claim.Blamed is { } blamed ? PartyLabel.Of(blamed.Name, blamed.Kind) : null,
        claim.Certainty, claim.Scope, claim.Text, claim.Start, claim.End,
        [.. Others(claim.Repeats, claim.PartOf, claim.Updates, claim.Disputes).Select(other => new RelatedClaim(other.Relation, other.Claim + 1, $"#claim-{Word(other.Claim + 1)}"))],
        claim.Rules);

    private static string Word(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string ClaimantsOf(ClaimResponse claim)
    {
        var voices = claim.Claimant is { } first
            ? string.Join(", and ", claim.AlsoClaimants.Prepend(first).Select(Words.Person))
            : Words.NobodyNamed(claim.Statement.Kind);
        return claim.Originator is { } top && top.Name != claim.Claimant?.Name ? $"{voices}; speaking for {top.Name}" : voices;
    }

    private static string PlaceOf(string name, string? country, PlacePrecision precision) =>
        name + (country is null ? "" : $" ({country})") + $", known as a {Words.Of(precision)}";

    private static string Days(string text, DateOnly? first, DateOnly? last) => $"“{text}”" + (first, last) switch
    {
        (null, null) => "",
        ({ } start, { } end) when start == end => $": {Words.Day(start)}",
        ({ } start, { } end) => $": {Words.Day(start)} to {Words.Day(end)}",
        ({ } start, null) => $": from {Words.Day(start)}",
        (null, { } end) => $": to {Words.Day(end)}",
    };

    private static IEnumerable<(string Relation, long Claim)> Others(long? repeats, long? partOf, long? updates, long? disputes)
    {
        if (repeats is { } repeated) yield return ("Says again", repeated);
        if (partOf is { } whole) yield return ("Counted within", whole);
        if (updates is { } older) yield return ("Replaces", older);
        if (disputes is { } denied) yield return ("Denies", denied);
    }
}
