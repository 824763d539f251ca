using System.Text.Json.Serialization;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Timelines;

/// <summary>What was claimed when. Nothing is added up, and nothing stands between two points.</summary>
/// <param name="Position">The ledger position this answer shows.</param>
/// <param name="Undated">How many selected claims have no such date, and so are in no series.</param>
/// <param name="Unquantified">How many dated ones give no number.</param>
/// <param name="Denied">How many dated numbers are denied by who speaks of them.</param>
/// <param name="MoreSeries">How many series of fewer claims are left out; narrower filters show them.</param>
/// <param name="Series">Those of most claims first, at most 50.</param>
internal sealed record TimelineResponse(
    long Position,
    int Undated,
    int Unquantified,
    int Denied,
    int MoreSeries,
    [property: JsonConverter(typeof(WrittenSeries.Converter))] IReadOnlyList<TimelineSeries> Series);

/// <summary>What one originator claims of one party, category and scope.</summary>
/// <param name="Originator">Null is the own voice of a document without a known publisher.</param>
/// <param name="Document">The id of that document; else null.</param>
/// <param name="Claims">How many claims its points show.</param>
internal sealed record TimelineSeries(
    SourceName? Originator, long? Document, ClaimSubject Party, CasualtyCategory Category, ClaimScope Scope, int Claims, IReadOnlyList<TimelinePoint> Points);

/// <summary>A party as a subject, without the words of one claim.</summary>
internal sealed record ClaimSubject(long Id, string Name, string? Country, PartyKind Kind);

/// <summary>What is claimed in one interval: the envelope of its claims, or the last of a running total.</summary>
/// <param name="Start">The interval's first day; weeks begin on Monday.</param>
/// <param name="End">Its last day.</param>
/// <param name="Low">The smallest lower end; one left open counts as 0.</param>
/// <param name="High">The largest upper end; null where any is left open.</param>
/// <param name="Open">Whether an end of a claim shown is left open.</param>
/// <param name="Claims">How many claims stand in it.</param>
/// <param name="Ids">Their ids, where they are at most 20, or no link leads to them.</param>
/// <param name="Last">Of a running total: the id of the last claim, which the ends are of.</param>
/// <param name="Link">The claims of this interval, those without a number too; with `dateField=occurred`, all whose period overlaps it. Null where there is no originator that a filter could name.</param>
internal sealed record TimelinePoint(
    DateOnly Start, DateOnly End, long Low, long? High, bool Open, int Claims, IReadOnlyList<long>? Ids, long? Last, string? Link);
