using CasualtyApi.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace CasualtyApi.Pages.Frame;

/// <summary>A form is taken only from a page of this service, as its token shows.</summary>
internal sealed class OwnFormFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    private const string NotOurs = "This form is too old, or did not come from a page of this service. Go back, load the page again, and send it anew; your browser keeps what you typed.";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method)) return await next(context);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size && http.Request.ContentLength > size.MaxRequestBodySize)
        {
            // A browser whose sending is cut off says that the connection broke, and shows no answer: the rest is let in, and dropped.
            size.MaxRequestBodySize = null;
            return new TooLargeProblem("The file is larger than any that is read here. Copy the part with the article, and paste that.");
        }

        // What is too long for its field is refused with its reason, so it must come in first.
        var limits = new FormOptions { ValueLengthLimit = int.MaxValue, MultipartBodyLengthLimit = long.MaxValue, BufferBodyLengthLimit = long.MaxValue };
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, limits));
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return new OtherProblem(ProblemType.BadRequest, "The form broke off on its way. Go back and send it again; your browser keeps what you typed.");
        }

        return await antiforgery.IsRequestValidAsync(http) ? await next(context) : new OtherProblem(ProblemType.BadRequest, NotOurs);
    }
}
