using System.Globalization;
using CasualtyApi.Http;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.Extensions;

namespace CasualtyApi.Queries.Timelines;

/// <summary>The claims behind a point: the filters as asked for, narrowed to its series and its days.</summary>
internal sealed class TimelineLinks(IQueryCollection asked, QueryValues query)
{
    private static readonly string[] Replaced =
    [
        ClaimTimeline.Interval.Name, ClaimFilter.Originator.Name, ClaimFilter.Party.Name, ClaimFilter.Category.Name, ClaimFilter.Scope.Name,
        ClaimFilter.From.Name, ClaimFilter.To.Name,
    ];

    /// <summary>The same words lead to the same claims.</summary>
    public string Asked { get; } = new QueryBuilder(asked).ToString();

    /// <summary>What leads to a series between two days; nothing where its claims have no originator: no filter names nobody.</summary>
    public Func<DateOnly, DateOnly, string?> Of(SourceName? originator, long party, CasualtyCategory category, ClaimScope scope)
    {
        if (originator is null) return (_, _) => null;
        var (from, to) = (query.Get(ClaimFilter.From), query.Get(ClaimFilter.To));
        var series = Links.Root + "/claims" + new QueryBuilder(asked.Where(pair => !Replaced.Contains(pair.Key)))
        {
            { ClaimFilter.Originator.Name, Word(originator.Id) },
            { ClaimFilter.Party.Name, Word(party) },
            { ClaimFilter.Category.Name, Kebab.Of(category) },
            { ClaimFilter.Scope.Name, Kebab.Of(scope) },
        };
        return (start, end) => $"{series}&{ClaimFilter.From.Name}={Word(from > start ? from.Value : start)}&{ClaimFilter.To.Name}={Word(to < end ? to.Value : end)}";
    }

    private static string Word(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Word(DateOnly day) => day.ToString(Days.Form, CultureInfo.InvariantCulture);
}
