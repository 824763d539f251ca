using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Threading.Channels;

namespace CasualtyApi.Features.Extraction;

/// <summary>One line of a body; its bytes are null where it is too long to be kept.</summary>
internal sealed record NdjsonLine(int Number, byte[]? Bytes)
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
            var received = await body.ReadAsync(stop);
            var (buffer, ended) = (received.Buffer, received.IsCompleted);
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                Hand(buffer.Slice(0, end), ++number, tooLong, longest, lines);
                (buffer, tooLong) = (buffer.Slice(buffer.GetPosition(1, end)), false);
            }

            if (buffer.Length > longest)
            {
                // No more of it is kept; its end is still looked for.
                (buffer, tooLong) = (buffer.Slice(buffer.End), true);
            }

            if (ended && (buffer.Length > 0 || tooLong))
            {
                Hand(buffer, ++number, tooLong, longest, lines);
            }

            body.AdvanceTo(ended ? received.Buffer.End : buffer.Start, received.Buffer.End);
            last = ended;
        }
    }

    private static void Hand(ReadOnlySequence<byte> line, int number, bool tooLong, int longest, ChannelWriter<NdjsonLine> lines)
    {
        var bytes = tooLong || line.Length > longest ? null : line.ToArray();
        if (bytes is null || !bytes.AsSpan().Trim(" \t\r"u8).IsEmpty)
        {
            lines.TryWrite(new(number, bytes));
        }
    }
}
