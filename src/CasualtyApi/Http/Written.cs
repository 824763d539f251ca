using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace CasualtyApi.Http;

/// <summary>A record as a change left it, with the validator that the next change of it has to name.</summary>
/// <param name="record">As it is answered by its address.</param>
/// <param name="position">Of the change; the last one where nothing had to be changed.</param>
internal class Written<T>(T record, long position) : IResult, IStatusCodeHttpResult, IValueHttpResult, IEndpointMetadataProvider
    where T : notnull
{
    public virtual int? StatusCode => StatusCodes.Status200OK;

    object IValueHttpResult.Value => record;

    public virtual async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(record, ApiJson.Options);
        var response = httpContext.Response;
        response.StatusCode = StatusCode!.Value;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.ETag = ETags.OfRecord(httpContext, bytes);
        response.Headers.CacheControl = "no-store";
        response.Headers[LedgerView.Header] = position.ToString(CultureInfo.InvariantCulture);
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

/// <summary>A record that was added.</summary>
/// <param name="record">As it is answered by its address.</param>
/// <param name="position">Of the change.</param>
/// <param name="address">Where it is.</param>
internal sealed class Added<T>(T record, long position, string address) : Written<T>(record, position), IEndpointMetadataProvider
    where T : notnull
{
    public override int? StatusCode => StatusCodes.Status201Created;

    public override Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Location = address;
        return base.ExecuteAsync(httpContext);
    }

    public static new void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));
}
