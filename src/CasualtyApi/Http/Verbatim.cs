using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;

namespace CasualtyApi.Http;

/// <summary>Bytes that never change at their address: validator, kept for ever.</summary>
internal abstract class Verbatim(ReadOnlyMemory<byte> bytes, string contentType) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (ETags.Holds(httpContext, ETags.OfRecord(httpContext, bytes.Span), CacheControl.Immutable))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = contentType;
        await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    /// <summary>Tells the OpenAPI document what a handler answers in.</summary>
    protected static void Document(EndpointBuilder builder, Type body, string mediaType) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, body, [mediaType]));
}

/// <summary>A text byte for byte.</summary>
internal sealed class VerbatimText(string text)
    : Verbatim(Encoding.UTF8.GetBytes(text), MediaType + "; charset=utf-8"), IEndpointMetadataProvider
{
    private const string MediaType = "text/plain";

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, typeof(string), MediaType);
}

/// <summary>Bytes of no text.</summary>
internal sealed class VerbatimBytes(ReadOnlyMemory<byte> bytes) : Verbatim(bytes, MediaType), IEndpointMetadataProvider
{
    public const string MediaType = "application/octet-stream";

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, typeof(Stream), MediaType);
}
