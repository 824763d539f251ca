using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CasualtyApi.Http;
using CasualtyApi.Queries.Changes;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Changes;

/// <summary>
/// Changes as server-sent events, for as long as the caller listens. Nothing is kept for a slow one: each stretch is read when the one before
/// it is sent.
/// </summary>
internal sealed class ChangeStream(ChangeFollowers.Place place, long after, IReadOnlyList<RecordKind> records) : IResult
{
    private const int Stretch = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // A comment tells proxies and a dead connection apart from silence.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private readonly ChangeFollowers followers = place.Followers;
    private long seen = after;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var until = place;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, followers.Stopping);
        var response = httpContext.Response;
        response.ContentType = StreamChanges.MediaType;
        response.Headers.CacheControl = CacheControl.Never;
        if (HeadAsGet.Asked(httpContext) == HttpMethods.Head) return;
        try
        {
            await response.WriteAsync("retry: 2000\n\n", stop.Token);
            await FollowAsync(response, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The caller hung up, or the service stops: either is the end that was meant.
        }
    }

    private async Task FollowAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        var saidAt = followers.Clock.GetTimestamp();
        while (true)
        {
            await response.Body.FlushAsync(cancellationToken);
            var position = await followers.PositionAsync(cancellationToken);
            if (position > seen)
            {
                await SendAsync(response, position, cancellationToken);
                saidAt = followers.Clock.GetTimestamp();
                continue;
            }

            if (followers.Clock.GetElapsedTime(saidAt) >= Silence)
            {
                await response.WriteAsync(":\n\n", cancellationToken);
                saidAt = followers.Clock.GetTimestamp();
            }

            await Task.Delay(Pause, followers.Clock, cancellationToken);
        }
    }

    private async Task SendAsync(HttpResponse response, long position, CancellationToken cancellationToken)
    {
        await using var scope = followers.Scope();
        var changes = await ChangeRows.ReadAsync(scope.ServiceProvider.GetRequiredService<CasualtyDbContext>(), seen, records, Stretch, cancellationToken);
        foreach (var change in changes)
        {
            response.BodyWriter.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {change.Position}\nevent: change\ndata: ")));
            response.BodyWriter.Write(JsonSerializer.SerializeToUtf8Bytes(change, ApiJson.Options));
            response.BodyWriter.Write("\n\n"u8);
            await response.BodyWriter.FlushAsync(cancellationToken);
        }

        seen = changes.Count == Stretch ? changes[^1].Position : Math.Max(position, changes.Count > 0 ? changes[^1].Position : position);
    }
}
