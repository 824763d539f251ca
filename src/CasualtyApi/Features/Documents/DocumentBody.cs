using System.Reflection;
using System.Text;
using CasualtyApi.Http;
using CasualtyApi.Http.Bodies;
using CasualtyApi.Http.Writes;
using CasualtyApi.Ingest;
using CasualtyApi.Ingest.Pages;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CasualtyApi.Features.Documents;

/// <summary>An article that was sent: as JSON, as bare text, or as the page it stood on.</summary>
internal sealed class DocumentBody : IRequestBody, ISentBody, IBindableFromHttpContext<DocumentBody>, IEndpointParameterMetadataProvider
{
    public const string Json = "application/json";
    private const string Plain = "text/plain";
    private const string Html = "text/html";

    /// <summary>How much longer a page may be than the text in it.</summary>
    private const int PagePerText = 8;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private DocumentRequest? request;

    /// <summary>What was sent, checked; what the query says of it lies not over it yet.</summary>
    public Article? Article { get; private init; }

    public bool IsJson => request is not null;

    public ReadOnlyMemory<byte> Bytes { get; private init; }

    object? IRequestBody.Value => request;

    public ProblemResult? Problem { get; private init; }

    public static async ValueTask<DocumentBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var longest = context.RequestServices.GetRequiredService<IOptions<ExtractionOptions>>().Value.MaximumLength;
        var form = BodyReading.MediaType(context.Request);
        if (Refusal(context.Request, form) is { } refusal) return new() { Problem = refusal };
        var most = form switch { Json => ArticleText.JsonLength(longest), Html => checked(longest * PagePerText), _ => checked((longest * 4) + 4) };
        if (await BodyReading.ReadAsync(context.Request, most, context.RequestAborted) is not { } bytes)
        {
            return new() { Problem = form == Html ? new TooLargeProblem($"The page is longer than {most:N0} bytes.") : TextProblem.Of(TextFault.TooLong, longest) };
        }

        return form switch { Json => OfJson(BodyReading.WithoutMark(bytes), longest), Html => OfPage(context.Request, bytes, longest), _ => OfText(context.Request, bytes, longest) };
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(DocumentExamples.Forms);
        foreach (var status in (int[])[400, 413, 415, 422])
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemResponse), [ProblemResponse.MediaType]));
        }
    }

    private static UnsupportedMediaTypeProblem? Refusal(HttpRequest request, string? form) => form is Plain or Html && request.Headers.ContentEncoding.Count == 0
        ? CharsetOf(request) is { } charset && Charset.Named(charset) is null ? new UnsupportedMediaTypeProblem($"The charset '{charset}' is not known here.") : null
        : BodyReading.Refusal(request, Json, Plain, Html);

    private static string? CharsetOf(HttpRequest request) =>
        MediaTypeHeaderValue.Parse(request.ContentType).Charset is { HasValue: true } charset ? charset.Value : null;

    private static DocumentBody OfJson(ReadOnlyMemory<byte> bytes, int longest)
    {
        var (request, problem) = Read(bytes, JsonWhole.Body, longest);
        return new() { request = request, Bytes = bytes, Problem = problem, Article = problem is null ? ArticleOf(request!, "post") : null };
    }

    /// <summary>Reads an article out of JSON, its text checked.</summary>
    public static (DocumentRequest? Request, ProblemResult? Problem) Read(ReadOnlyMemory<byte> json, JsonWhole whole, int longest)
    {
        var (request, problem) = StrictJson.Read<DocumentRequest>(json, whole);
        return (request, problem ?? TextProblem.Of(ArticleText.FaultIn(request!.Text, longest), longest) ?? JsonWords.FaultIn(json));
    }

    public static Article ArticleOf(DocumentRequest request, string origin) =>
        new(request.Text, origin, request.Title, request.Url, request.Publisher, request.PublishedAt) { Language = request.Language };

    private static DocumentBody OfText(HttpRequest request, byte[] bytes, int longest)
    {
        var charset = CharsetOf(request);
        var text = Charset.Decode(bytes, charset is null ? Utf8 : Charset.Named(charset)!);
        return Of(text, null, new(request.ContentType!, bytes), bytes, longest);
    }

    private static DocumentBody OfPage(HttpRequest request, byte[] bytes, int longest)
    {
        var html = CharsetOf(request) is { } charset ? Charset.Decode(bytes, Charset.Named(charset)!) : Charset.DecodePage(bytes);
        if (html is not null && PageDepth.Of(html) > Page.Deepest)
        {
            return new() { Bytes = bytes, Problem = new OtherProblem(ProblemType.PageUnreadable, $"Its elements lie more than {Page.Deepest} deep in one another.") };
        }

        var page = html is null ? null : Page.Read(html, request.Query["url"] is [{ } url] && DocumentWords.IsAddress(url) ? url : null);
        return page is { Text: "" }
            ? new() { Bytes = bytes, Problem = new OtherProblem(ProblemType.PageUnreadable, "No text was found on the page.") }
            : Of(page?.Text, page, new(request.ContentType!, bytes), bytes, longest);
    }

    private static DocumentBody Of(string? text, Page? page, Received received, byte[] bytes, int longest)
    {
        var fault = text is null ? TextFault.NotUnicode : ArticleText.FaultIn(text, longest);
        if (TextProblem.Of(fault, longest) is { } problem) return new() { Bytes = bytes, Problem = problem };

        // Where the bytes are the text's own, the text says it all.
        var isText = page is null && bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text!));
        return new()
        {
            Bytes = bytes,
            Article = new Article(text!, "post", Known(page?.Title, DocumentWords.IsName), Known(page?.Url, DocumentWords.IsAddress), Known(page?.Publisher, DocumentWords.IsName), page?.PublishedAt)
            {
                Language = Known(page?.Language, DocumentWords.IsLanguage) ?? "en",
                Received = isText ? null : received,
            },
        };
    }

    private static string? Known(string? words, Func<string?, bool> isGood) => isGood(words) ? words : null;
}
