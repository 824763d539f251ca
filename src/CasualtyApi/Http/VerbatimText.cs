using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;

namespace CasualtyApi.Http;

/// <summary>A text byte for byte, which never changes at its address.</summary>
internal sealed class VerbatimText(string text) : IResult, IEndpointMetadataProvider
{
    private const string MediaType = "text/plain";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (ETags.Holds(httpContext, ETags.OfRecord(httpContext, bytes), CacheControl.Immutable))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = MediaType + "; charset=utf-8";
        await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [MediaType]));
}
