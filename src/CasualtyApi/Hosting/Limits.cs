using CasualtyApi.Http.Limits;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Hosting;

/// <summary>ASP.NET Core's rate limiting, with our limiter in it.</summary>
internal static class Limits
{
    public static WebApplicationBuilder AddLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RateLimitsOptions>().BindConfiguration(RateLimitsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitsOptions>, TimeProvider>((limiter, limits, clock) =>
        {
            limiter.GlobalLimiter = new ClientLimiter(limits, clock);
            limiter.OnRejected = (rejected, _) => TooManyRequests.WriteAsync(rejected);
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        });
        return builder;
    }
}
