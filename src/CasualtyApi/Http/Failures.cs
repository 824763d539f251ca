using CasualtyApi.Http.Bodies;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Diagnostics;

namespace CasualtyApi.Http;

/// <summary>Answers what escaped every handler: a body the server itself refused, or a fault of ours. It tells the caller no more than that.</summary>
internal sealed partial class Failures(ILogger<Failures> logger) : IExceptionHandler
{
    private const string ReadOnly =
        "This service's database takes no changes: it may be a standby. Send them to a service on the database it follows; here, reading goes on.";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        if (exception is not BadHttpRequestException)
        {
            Failed(logger, exception, ProblemResult.TraceIdOf(httpContext));
        }

        await ProblemFor(exception, httpContext.RequestServices.GetRequiredService<CasualtyDbContext>()).ExecuteAsync(httpContext);
        return true;
    }

    private static ProblemResult ProblemFor(Exception exception, CasualtyDbContext db) => exception switch
    {
        BadHttpRequestException { StatusCode: 413 } => new TooLargeProblem("The body is longer than this service reads in one request."),
        BrokenPackingException broken => new OtherProblem(ProblemType.BadRequest, broken.Message),
        BadHttpRequestException refused => new OtherProblem(ProblemType.For(refused.StatusCode)),
        _ => ProblemOf(exception, db),
    };

    /// <summary>What a fault of the store, or of ours, is to a caller.</summary>
    public static OtherProblem ProblemOf(Exception fault, CasualtyDbContext db) => db.TroubleIn(fault) switch
    {
        StoreTrouble.Busy or StoreTrouble.Unreachable => new(ProblemType.Unavailable),
        StoreTrouble.ReadOnly => new(ProblemType.Unavailable, ReadOnly),
        StoreTrouble.Full => new(ProblemType.StorageFull),
        _ => new(ProblemType.InternalError),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed; trace {TraceId}")]
    private static partial void Failed(ILogger logger, Exception exception, string traceId);
}
