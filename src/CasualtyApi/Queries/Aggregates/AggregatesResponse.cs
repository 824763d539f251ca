using System.Text.Json.Serialization;
using CasualtyApi.Http;
using CasualtyApi.Queries.Methods;
using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Aggregates;

/// <summary>What claims come to.</summary>
/// <param name="Position">The ledger position this answer shows.</param>
/// <param name="Items">One for each subject, those of one party and category together, in the order of their first claims.</param>
/// <param name="Excluded">The selected claims that are used in no item; on the page where their party and category ends. Those without the date that is asked for, on the last page.</param>
/// <param name="Next">Sent back as `cursor`, gives the next page. Absent on the last.</param>
internal sealed record AggregatesResponse(
    AggregateMethod Method,
    long Position,
    IReadOnlyList<AggregateResponse> Items,
    ExcludedResponse Excluded,
    SubjectLinks Links,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next) : IPage;

/// <summary>What the claims about one subject come to.</summary>
/// <param name="Value">Null where the method gives none: no majority, nobody graded.</param>
/// <param name="Closed">The envelope of the used claims that state both ends, or null; null for `majority`, whose value is no envelope. For `sum`, the sum of those, where every incident has one.</param>
/// <param name="Support">Of `majority`: how many of how many originators.</param>
/// <param name="Originators">Whose claims are used.</param>
/// <param name="Independent">How many of these speak for themselves and can be told from the others.</param>
/// <param name="Reviewed">How many of the used claims a person has compared with the words.</param>
internal sealed record AggregateResponse(
    SubjectResponse Subject,
    Envelope? Value,
    Envelope? Closed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Support,
    int Originators,
    int Independent,
    ReviewedResponse Reviewed,
    UsedResponse Used,
    SubjectLinks Links)
{
    public static AggregateResponse Of(AggregateResult result, IQueryCollection asked)
    {
        var used = result.Choice.Used;
        return new(
            result.Subject, result.Choice.Value, result.Choice.Closed, result.Choice.Support,
            Independence.Originators(used), Independence.Of(used), ReviewedResponse.Of(used),
            new(used.Count, [.. used.Take(ExcludedResponse.Listed).Select(claim => claim.Id)]),
            SubjectLinks.Of(asked, result.Subject));
    }
}

/// <summary>The claims a figure is made of.</summary>
/// <param name="Count">All of them.</param>
/// <param name="Claims">The first 100, in the order of their ids.</param>
internal sealed record UsedResponse(int Count, IReadOnlyList<long> Claims);
