using System.Globalization;
using Microsoft.AspNetCore.RateLimiting;

namespace CasualtyApi.Http.Limits;

/// <summary>Answers who asked too often.</summary>
internal static class TooManyRequests
{
    public static async ValueTask WriteAsync(OnRejectedContext rejected)
    {
        var http = rejected.HttpContext;
        var lease = http.Features.Get<ClientLease>()!;
        var (policy, seconds) = (lease.Policy, lease.Allowance.Seconds);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await new OtherProblem(
            ProblemType.TooManyRequests,
            $"The limit '{policy.Name}' is {policy.Quota:N0} requests in {LimitPolicy.Seconds} seconds; it begins anew in {seconds}.").ExecuteAsync(http);
    }
}
