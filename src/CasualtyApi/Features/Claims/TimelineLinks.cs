using System.Globalization;
using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.Extensions;

namespace CasualtyApi.Features.Claims;

/// <summary>The claims behind a point: the filters as asked for, narrowed to its series and its days.</summary>
internal sealed class TimelineLinks(IQueryCollection asked, QueryValues query)
{
    private static readonly string[] Replaced =
    [
        GetTimeline.Interval.Name, ClaimFilter.Originator.Name, ClaimFilter.Party.Name, ClaimFilter.Category.Name, ClaimFilter.Scope.Name,
        ClaimFilter.From.Name, ClaimFilter.To.Name,
    ];

    /// <summary>Null where the claims have no originator: no filter names nobody.</summary>
    public string? Of(SourceName? originator, TimelineRow series, DateOnly start, DateOnly end)
    {
        if (originator is null)
        {
            return null;
        }

        var (from, to) = (query.Get(ClaimFilter.From), query.Get(ClaimFilter.To));
        return Links.Root + "/claims" + new QueryBuilder(asked.Where(pair => !Replaced.Contains(pair.Key)))
        {
            { ClaimFilter.Originator.Name, Word(originator.Id) },
            { ClaimFilter.Party.Name, Word(series.Party.Id) },
            { ClaimFilter.Category.Name, Kebab.Of(series.Category) },
            { ClaimFilter.Scope.Name, Kebab.Of(series.Scope) },
            { ClaimFilter.From.Name, Word(from > start ? from.Value : start) },
            { ClaimFilter.To.Name, Word(to < end ? to.Value : end) },
        };
    }

    private static string Word(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Word(DateOnly day) => day.ToString(Days.Form, CultureInfo.InvariantCulture);
}
