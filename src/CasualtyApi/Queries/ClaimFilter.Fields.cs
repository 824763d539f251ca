using CasualtyApi.Http;
using CasualtyApi.Store.Search;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries;

/// <summary>Its parameters.</summary>
internal sealed partial class ClaimFilter
{
    public static readonly QueryList<CasualtyCategory> Category = QueryFields.Choices<CasualtyCategory>(
        "category", "What happened to the people counted.", example: "killed-or-injured");

    public static readonly QueryList<string> Cause = QueryFields.Folded(
        "cause", "How they came to harm, where worded, such as `suicide`.");

    public static readonly QueryList<string> Party = QueryFields.Names(
        "party", "Whom it happened to: a party's id or exact name, such as `North Korea`. A name means every kind of people that bears it.");

    public static readonly QueryList<PartyKind> Kind = QueryFields.Choices<PartyKind>(
        "partyKind", "What people they are. `civilians` includes children, women, medics, press and aid-workers; `people` includes all.");

    public static readonly QueryList<string> Country = QueryFields.Countries(
        "country", "The party's country, as ISO 3166-1 alpha-2.", example: "KP");

    public static readonly QueryList<string> PlaceCountry = QueryFields.Countries(
        "placeCountry", "The country it happened in, as ISO 3166-1 alpha-2.");

    public static readonly QueryList<string> ClaimantCountry = QueryFields.Countries(
        "claimantCountry", "The country of one who claims it, alone or jointly, as ISO 3166-1 alpha-2.");

    public static readonly QueryList<string> Claimant = QueryFields.Names(
        "claimant", "Who claims it, alone or jointly: a source's id, exact name or alias, such as `John Kirby`.");

    public static readonly QueryList<string> Originator = QueryFields.Names(
        "originator", "Whom its claimant speaks for in the end: a source's id, exact name or alias, such as `United States government`. "
        + "Of the document's own voice it is the publisher.");

    public static readonly QueryList<string> Blamed = QueryFields.Names(
        "blamed", "Who did it, where the words say so: a party's id or exact name.");

    public static readonly QueryList<string> Document = QueryFields.Names(
        "document", "The document it stands in: its id, exact title, or the SHA-256 of its text.");

    public static readonly QueryList<string> Statement = QueryFields.Names(
        "statement", "The statement it stands in, by id.");

    public static readonly QueryList<string> Place = QueryFields.Names(
        "place", "Where it happened: a place's id or exact name, such as `Kursk`. A name means every place that bears it.");

    /// <summary>Null among the values stands for every status.</summary>
    public static readonly QueryList<ClaimStatus?> Status = new(
        "status", "What was decided on its reading. Absent, rejected, superseded and retracted claims are left out; `any` for all.",
        word => word == "any" ? (null, null)
            : Kebab.TryParse<ClaimStatus>(word, out var status) ? (status, null)
            : (null, QueryFields.NotAmong(word, [.. Kebab.All<ClaimStatus>(), "any"])))
    { Words = [.. Kebab.All<ClaimStatus>(), "any"], Default = "candidate,accepted" };

    public static readonly QueryList<Certainty> Certainty = QueryFields.Choices<Certainty>(
        "certainty", "How sure its words are.");

    public static readonly QueryList<ClaimScope> Scope = QueryFields.Choices<ClaimScope>(
        "scope", "The stretch of time or event it counts.");

    public static readonly QueryField<long?> MinLow = QueryFields.Number(
        "minLow", "The lower end is at least this. A lower end left open does not match.", 0, long.MaxValue);

    public static readonly QueryField<long?> MaxHigh = QueryFields.Number(
        "maxHigh", "The upper end is at most this. An upper end left open (\"more than 1,000\") does not match.", 0, long.MaxValue);

    public static readonly QueryField<DateOnly?> From = QueryFields.Date(
        "from", "The first day of `dateField`, included. Claims without that date are left out and counted in `undated`.");

    public static readonly QueryField<DateOnly?> To = QueryFields.Date(
        "to", "The last day of `dateField`, included. Claims without that date are left out and counted in `undated`.");

    public static readonly QueryField<string> DateField = QueryFields.Word(
        "dateField", "The date meant by `from` and `to`: when the document was published; when it occurred, where any known day of the "
        + "period is meant; or when it was received here.", [Published, Occurred, Received], Published);

    public static readonly QueryField<BoundingBox> Box = new(
        "bbox", "West, south, east and north in degrees, such as `22,44,41,53` (RFC 7946; a west above the east reaches over the "
        + "antimeridian). Only places known exactly or by their city match: the middle of a region is not where it happened.", BoundingBox.Read);

    public static readonly QueryField<SearchTerms> Words = Search.Field("the statement, its quote and the names of its claimants", "\"North Korean\" soldiers");

    public static readonly QueryField<bool> Collapse = QueryFields.Flag(
        "collapse", "Leaves out what says another selected claim again, or is contained in its count. "
        + "Of claims that repeat each other the earliest selected one stands. Comparisons and aggregates do so anyway, and say what they left out.");

    public static readonly QueryField<long> UpdatedSince = QueryFields.Since(
        "updatedSince", "Only what was changed then or later.");

    /// <summary>Every parameter of this filter, for the table of each list of claims.</summary>
    public static readonly IReadOnlyList<QueryField> Fields =
    [
        Category, Cause, Party, Kind, Country, PlaceCountry, ClaimantCountry, Claimant, Originator, Blamed, Document, Statement, Place,
        Status, Certainty, Scope, MinLow, MaxHigh, From, To, DateField, Box, Words, Collapse, UpdatedSince, AsOf.Field,
    ];

    public const string Published = "published", Occurred = "occurred", Received = "received";
}
