using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Http.Limits;

/// <summary>The limiter behind ASP.NET Core's rate limiting: which policy a request falls under, and whether its client has one left.</summary>
internal sealed class ClientLimiter : PartitionedRateLimiter<HttpContext>
{
    private const string Probes = "/health/";

    /// <summary>What reads texts: the operation, and the page that does the same.</summary>
    private static readonly string[] Extractions = ["/api/v1/extractions", "/try"];

    private readonly LimitTable table;
    private readonly LimitPolicy[] ofAddress;
    private readonly LimitPolicy[] ofKey;

    public ClientLimiter(IOptions<RateLimitsOptions> options, TimeProvider clock)
    {
        var limits = options.Value;
        table = new(clock);
        ofAddress = [new("reads", limits.ReadsPerMinute), new("writes", limits.WritesPerMinute), new("extractions", limits.ExtractionsPerMinute)];
        ofKey =
        [
            new("key-reads", limits.KeyReadsPerMinute), new("key-writes", limits.KeyWritesPerMinute), new("key-extractions", limits.KeyExtractionsPerMinute),
        ];
    }

    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => null;

    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount)
    {
        var request = resource.Request;
        var client = LimitedClient.Of(resource);
        var policy = (client.IsKey ? ofKey : ofAddress)[Kind(request)];

        var lease = new ClientLease(policy, table.Take(client, policy, IsFree(request) ? 0 : permitCount));
        resource.Features.Set(lease);
        return lease;
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(HttpContext resource, int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AttemptAcquireCore(resource, permitCount));

    /// <summary>Whoever watches the service must not count as who floods it, and a page asks once where its browser asks twice.</summary>
    private static bool IsFree(HttpRequest request) => request.Path.Value?.StartsWith(Probes, StringComparison.Ordinal) == true || Preflight.Is(request);

    private static int Kind(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) ? 0
            : Array.Exists(Extractions, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)) ? 2 : 1;
}

/// <summary>What became of a request at the limiter; it stays with the request, for the headers of its answer.</summary>
internal sealed class ClientLease(LimitPolicy policy, Allowance allowance) : RateLimitLease
{
    public LimitPolicy Policy => policy;

    public Allowance Allowance => allowance;

    public override bool IsAcquired => allowance.IsGranted;

    public override IEnumerable<string> MetadataNames => [];

    public void Write(IHeaderDictionary headers)
    {
        headers["RateLimit-Policy"] = policy.Header;
        headers["RateLimit"] = policy.Remaining(allowance);
    }

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = null;
        return false;
    }
}
