using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Threading.Channels;

namespace CasualtyApi.Http.Bodies;

/// <summary>One line of a body; its bytes are null where it is too long to be kept.</summary>
/// <param name="IsBeyond">Whether the body's bound lies before the line's end: nothing comes after it.</param>
internal sealed record NdjsonLine(int Number, byte[]? Bytes, bool IsBeyond = false)
{
    /// <summary>The line's id, if it has one in spite of what else is wrong with it.</summary>
    public string? Id()
    {
        try
        {
            using var document = JsonDocument.Parse(Bytes ?? []);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Takes the lines off a body; blank ones count, but are not read.</summary>
    public static async Task ReceiveAsync(PipeReader body, ChannelWriter<NdjsonLine> lines, int longest, CancellationToken stop)
    {
        try
        {
            await SplitAsync(body, lines, longest, stop);
            lines.Complete();
        }
        catch (Exception failure) when (failure is BadHttpRequestException or OperationCanceledException or IOException)
        {
            lines.Complete(failure);
        }
    }

    private static async Task SplitAsync(PipeReader body, ChannelWriter<NdjsonLine> lines, int longest, CancellationToken stop)
    {
        var (number, tooLong) = (0, false);
        for (var last = false; !last;)
        {
            if (await ReadAsync(body, number, stop) is not { } received)
            {
                // Earlier lines are being answered; the fault can only be told in a line of its own.
                await lines.WriteAsync(new(number + 1, null, IsBeyond: true), stop);
                return;
            }

            var (buffer, ended) = (received.Buffer, received.IsCompleted);
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                await HandAsync(buffer.Slice(0, end), ++number, tooLong, longest, lines, stop);
                (buffer, tooLong) = (buffer.Slice(buffer.GetPosition(1, end)), false);
            }

            if (buffer.Length > longest)
            {
                // No more of it is kept; its end is still looked for.
                (buffer, tooLong) = (buffer.Slice(buffer.End), true);
            }

            if (ended && (buffer.Length > 0 || tooLong))
            {
                await HandAsync(buffer, ++number, tooLong, longest, lines, stop);
            }

            body.AdvanceTo(ended ? received.Buffer.End : buffer.Start, received.Buffer.End);
            last = ended;
        }
    }

    /// <summary>What has come; null where the body is longer than the server takes, and lines of it have been handed on.</summary>
    private static async Task<ReadResult?> ReadAsync(PipeReader body, int handed, CancellationToken stop)
    {
        try
        {
            return await body.ReadAsync(stop);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge && handed > 0)
        {
            return null;
        }
    }

    /// <summary>Hands a line on; waits where as many are on their way as there may be.</summary>
    private static ValueTask HandAsync(
        ReadOnlySequence<byte> line, int number, bool tooLong, int longest, ChannelWriter<NdjsonLine> lines, CancellationToken stop)
    {
        var bytes = tooLong || line.Length > longest ? null : line.ToArray();
        return bytes is null || !bytes.AsSpan().Trim(" \t\r"u8).IsEmpty ? lines.WriteAsync(new(number, bytes), stop) : ValueTask.CompletedTask;
    }
}
