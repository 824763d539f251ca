using Microsoft.Extensions.Primitives;

namespace CasualtyApi.Http;

/// <summary>Refuses a request for another host than the configured ones, with a problem, which the framework's own filter does not.</summary>
internal sealed class HostGate(RequestDelegate next, IConfiguration configuration)
{
    public const string Setting = "AllowedHosts";

    private const string Any = "*";

    private readonly List<StringSegment> allowed =
    [
        .. $"{configuration[Setting]}".Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(host => new StringSegment(host)),
    ];

    public Task InvokeAsync(HttpContext context) =>
        allowed.Count == 0 || allowed.Contains(Any) || HostString.MatchesAny(context.Request.Host.Host, allowed)
            ? next(context)
            : new OtherProblem(ProblemType.HostNotAllowed).ExecuteAsync(context);
}
