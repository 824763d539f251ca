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

        // What is too long is refused with its reason, so it must come in first; the server's own limit holds above these.
        var limits = new FormOptions { ValueLengthLimit = int.MaxValue, MultipartBodyLengthLimit = long.MaxValue, BufferBodyLengthLimit = long.MaxValue };
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, limits));
        try
        {
            return await antiforgery.IsRequestValidAsync(http) ? await next(context) : new OtherProblem(ProblemType.BadRequest, NotOurs);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return new OtherProblem(ProblemType.BadRequest, "The form broke off on its way. Go back and send it again; your browser keeps what you typed.");
        }
    }
}
