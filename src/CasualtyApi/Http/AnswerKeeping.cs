namespace CasualtyApi.Http;

/// <summary>Sends what is kept, and keeps what is sent. It stands outside of compression, so that what is kept is packed already.</summary>
internal sealed class AnswerKeeping(RequestDelegate next, KeptAnswers kept)
{
    private static readonly string[] NotKept = ["/health", "/status", "/swagger", "/openapi", "/assets"];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || kept.LongestKept == 0
            || NotKept.Any(root => request.Path.StartsWithSegments(root)) || context.Response.Body == Stream.Null)
        {
            return next(context);
        }

        return FindAsync(context, AnswerKey.Of(request));
    }

    private async Task FindAsync(HttpContext context, AnswerKey key)
    {
        if (await kept.FindAsync(key, context.RequestAborted) is not { } answer || !await answer.TrySendAsync(context)) await AnswerAsync(context, key);
    }

    private async Task AnswerAsync(HttpContext context, AnswerKey key)
    {
        var sent = context.Response.Body;
        var copied = new CopyingStream(sent, kept.LongestKept);
        context.Response.Body = copied;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = sent;
        }

        if (copied.Bytes is { } bytes && !context.RequestAborted.IsCancellationRequested && KeptAnswer.Of(context, bytes) is { } answer)
        {
            kept.Keep(key, answer);
        }
    }
}
