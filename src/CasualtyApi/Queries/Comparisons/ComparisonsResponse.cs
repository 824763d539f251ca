using System.Text.Json.Serialization;
using CasualtyApi.Http;
using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Comparisons;

/// <summary>What is claimed of the same people, side by side.</summary>
/// <param name="Position">The ledger position this answer shows.</param>
/// <param name="Items">One for each subject, those of one party and category together, in the order of their first claims.</param>
/// <param name="Excluded">The claims about subjects of which none is in force; on the page where their party and category ends. Those without the date that is asked for, on the last page.</param>
/// <param name="Next">Sent back as `cursor`, gives the next page. Absent on the last.</param>
internal sealed record ComparisonsResponse(
    long Position,
    IReadOnlyList<ComparisonResponse> Items,
    ExcludedResponse Excluded,
    SubjectLinks Links,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next) : IPage;

/// <summary>What is claimed about one subject.</summary>
/// <param name="Rows">One for each originator, with its newest claim.</param>
/// <param name="Envelope">From the smallest low of the rows to the largest high.</param>
/// <param name="Closed">The same over the rows that state both ends; null where none does.</param>
/// <param name="Contradictions">Pairs of indexes into `rows` whose ranges do not meet; "about N" reaches ten percent to either side.</param>
/// <param name="ContradictionsInAll">How many pairs there are, where they are more than 100 and only those widest apart are listed.</param>
/// <param name="Independent">How many of the originators speak for themselves and can be told from the others.</param>
/// <param name="Reviewed">How many of the rows' claims a person has compared with the words.</param>
/// <param name="Excluded">The claims about this subject that are in no row.</param>
internal sealed record ComparisonResponse(
    SubjectResponse Subject,
    IReadOnlyList<ComparisonRow> Rows,
    Envelope Envelope,
    Envelope? Closed,
    IReadOnlyList<int[]> Contradictions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? ContradictionsInAll,
    int Independent,
    ReviewedResponse Reviewed,
    ExcludedResponse Excluded,
    SubjectLinks Links);

/// <summary>What one originator says now.</summary>
/// <param name="Originator">Null where a document speaks that has no publisher.</param>
/// <param name="Claimants">Who said it for the originator, in this claim and those that repeat it.</param>
/// <param name="Claims">The claim, and the selected claims that say it again.</param>
/// <param name="Parts">Selected claims whose people are counted in it; never to be added.</param>
internal sealed record ComparisonRow(
    SourceName? Originator,
    IReadOnlyList<SourceName> Claimants,
    Stance Stance,
    long? Low,
    long? High,
    CountRelation Relation,
    IReadOnlyList<long> Claims,
    IReadOnlyList<long> Parts)
{
    public static ComparisonRow Of(SelectedClaim claim, IReadOnlyList<SelectedClaim> members, ILookup<long, long> parts) => new(
        claim.Originator is { SourceId: { } id, Name: { } name } ? new(id, name) : null,
        [.. members.SelectMany(member => member.Claimants).Distinct()],
        claim.Stance, claim.Low, claim.High, claim.Relation,
        [.. members.Select(member => member.Id)],
        [.. members.SelectMany(member => parts[member.Id]).Distinct().Order()]);
}
