using System.Buffers;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace CasualtyApi.Http.Bodies;

/// <summary>What is done with every body before anybody looks into it: its form is asked, and its bytes are counted.</summary>
internal static class BodyReading
{
    /// <summary>The media type in lower case; null where none, or no media type, was sent.</summary>
    public static string? MediaType(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType.Value?.ToLowerInvariant() : null;

    /// <summary>Why a body of this form is not read; null where it is.</summary>
    public static UnsupportedMediaTypeProblem? Refusal(HttpRequest request, params string[] mediaTypes)
    {
        if (request.Headers.ContentEncoding.Count > 0)
        {
            return new($"The content encoding '{request.Headers.ContentEncoding}' is not read here; gzip, br and deflate are.");
        }

        if (!mediaTypes.Contains(MediaType(request)))
        {
            var sent = string.IsNullOrEmpty(request.ContentType) ? "No Content-Type was sent" : $"'{request.ContentType}' was sent";
            return new($"{sent}; this operation reads {Listed(mediaTypes)}.");
        }

        var charset = MediaTypeHeaderValue.Parse(request.ContentType).Charset;
        return !charset.HasValue || charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? null
            : new($"The charset '{charset}' is not read here; utf-8 is.");
    }

    /// <summary>The whole body; null where it is longer than allowed.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        var body = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await request.Body.ReadAsync(body.GetMemory(16 * 1024), cancellationToken);
            if (read == 0)
            {
                return body.WrittenSpan.ToArray();
            }

            body.Advance(read);
            if (body.WrittenCount > most)
            {
                return null;
            }
        }
    }

    /// <summary>JSON has no byte order mark, and a reader may pass over one (RFC 8259, section 8.1): editors write it all the same.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(byte[] json) =>
        json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? json.AsMemory(Encoding.UTF8.Preamble.Length) : json;

    private static string Listed(string[] words) =>
        words is [var one] ? one : $"{string.Join(", ", words[..^1])} and {words[^1]}";
}
