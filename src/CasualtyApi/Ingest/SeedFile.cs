using System.Text.Json;

namespace CasualtyApi.Ingest;

/// <summary>A seed that cannot be kept. The message says what is wrong with the file, and holds none of its words.</summary>
internal sealed class BrokenSeedException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>A text file in the seeds' folder, with the optional JSON file beside it of what is known about it.</summary>
internal static class SeedFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <exception cref="BrokenSeedException">The text or the JSON is not what it must be.</exception>
    public static async Task<Article> ReadAsync(string path, int maximumLength, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length > maximumLength + 3L) throw new BrokenSeedException(Words(TextFault.TooLong));
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        if (ArticleText.Decode(bytes, maximumLength, out var text) is { } fault) throw new BrokenSeedException(Words(fault));
        var known = await ReadKnownAsync(Path.ChangeExtension(path, ".json"), cancellationToken);
        return new Article(text, $"seed:{Path.GetFileName(path)}", known.Title, known.Url?.OriginalString, known.Publisher, known.Date);
    }

    private static async Task<Known> ReadKnownAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) return new Known();
        try
        {
            await using var json = File.OpenRead(path);
            var known = await JsonSerializer.DeserializeAsync<Known>(json, Json, cancellationToken) ?? new Known();
            return known.IsSound ? known : throw new BrokenSeedException("its .json has an empty member or a url that is not http(s)");
        }
        catch (JsonException fault)
        {
            throw new BrokenSeedException($"its .json is not as it must be (line {fault.LineNumber + 1}, {fault.Path})", fault);
        }
    }

    private static string Words(TextFault fault) => fault switch
    {
        TextFault.NotUnicode => "its text is not UTF-8",
        TextFault.HasNul => "its text holds U+0000",
        TextFault.Blank => "its text is blank",
        _ => "its text is longer than Extraction__MaximumLength",
    };

    private sealed record Known(string? Title = null, Uri? Url = null, string? Publisher = null, DateOnly? Date = null)
    {
        public bool IsSound => Title?.Trim() is not "" && Publisher?.Trim() is not ""
            && (Url is null || (Url.IsAbsoluteUri && Url.Scheme is "http" or "https"));
    }
}
