using System.Linq.Expressions;
using CasualtyApi.Http;
using CasualtyApi.Store.Entities;

namespace CasualtyApi.Queries;

/// <summary>The dates of claims that `from`, `to` and `dateField` choose by.</summary>
internal static class ClaimDates
{
    /// <summary>The one day a claim counts on: an occurrence on the last known of its period.</summary>
    public static Expression<Func<Claim, DateOnly?>> Day(string? dateField) => dateField switch
    {
        ClaimFilter.Occurred => claim => claim.PeriodEnd ?? claim.PeriodStart,
        ClaimFilter.Received => claim => Days.Epoch.AddDays((int)(claim.ReceivedAt / Days.Milliseconds)),
        _ => claim => claim.PublishedAt,
    };

    public static IQueryable<Claim> PublishedWithin(this IQueryable<Claim> claims, DateOnly? from, DateOnly? to) => claims
        .WhereIf(from is not null, claim => claim.PublishedAt >= from)
        .WhereIf(to is not null, claim => claim.PublishedAt <= to);

    public static IQueryable<Claim> Unpublished(this IQueryable<Claim> claims) => claims
        .Where(claim => claim.PublishedAt == null);

    /// <summary>A period of which one day only is known is that day: nothing is guessed on either side.</summary>
    public static IQueryable<Claim> OccurredWithin(this IQueryable<Claim> claims, DateOnly? from, DateOnly? to) => claims
        .WhereIf(from is not null, claim => (claim.PeriodEnd ?? claim.PeriodStart) >= from)
        .WhereIf(to is not null, claim => (claim.PeriodStart ?? claim.PeriodEnd) <= to);

    public static IQueryable<Claim> WithoutDay(this IQueryable<Claim> claims) => claims
        .Where(claim => claim.PeriodStart == null && claim.PeriodEnd == null);

    public static IQueryable<Claim> ReceivedWithin(this IQueryable<Claim> claims, DateOnly? from, DateOnly? to)
    {
        var (first, beyond) = (from is { } day ? Days.Start(day) : 0, to is { } last ? Days.Start(last) + Days.Milliseconds : 0);
        return claims
            .WhereIf(from is not null, claim => claim.ReceivedAt >= first)
            .WhereIf(to is not null, claim => claim.ReceivedAt < beyond);
    }
}
