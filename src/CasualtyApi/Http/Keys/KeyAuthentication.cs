using System.Runtime.ExceptionServices;
using System.Security.Claims;
using System.Text.Encodings.Web;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Http.Keys;

/// <summary>Reads <c>Authorization: Bearer</c>, asks the database whose key that is, and answers 401 and 403.</summary>
/// <remarks>One is made for every request, and most have no key: the database is asked for where there is one to ask about.</remarks>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>As it stands in the header.</summary>
    public const string Bearer = "Bearer";

    private const string Challenge = "Bearer realm=\"casualty\"";

    private ProblemType? refusal;
    private ExceptionDispatchInfo? trouble;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [var header, ..]) return AuthenticateResult.NoResult();
        try
        {
            var (caller, problem) = await AskAsync(header ?? "");
            if (caller is not null) return AuthenticateResult.Success(new(new ClaimsPrincipal(caller.Identity), Scheme.Name));
            refusal = problem;
            return AuthenticateResult.Fail(problem!.Title);
        }
        catch (Exception fault) when (Context.RequestServices.GetRequiredService<CasualtyDbContext>().TroubleIn(fault) is not null)
        {
            // The request is counted first, as one of nobody's; the challenge then tells what is the matter.
            trouble = ExceptionDispatchInfo.Capture(fault);
            return AuthenticateResult.Fail(fault);
        }
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        trouble?.Throw();
        Response.Headers.WWWAuthenticate = refusal is null ? Challenge : $"{Challenge}, error=\"invalid_token\"";
        return new OtherProblem(refusal ?? ProblemType.KeyMissing).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var needed = Context.GetEndpoint()?.Metadata.GetMetadata<NeededRole>()?.Role ?? Role.Admin;
        Response.Headers.WWWAuthenticate = $"{Challenge}, error=\"insufficient_scope\", scope=\"{Kebab.Of(needed)}\"";
        return new OtherProblem(
            ProblemType.RoleTooLow, $"This operation needs the role '{Kebab.Of(needed)}'; your key has '{Kebab.Of(Caller.Of(Context)!.Role)}'.").ExecuteAsync(Context);
    }

    private async Task<(Caller? Caller, ProblemType? Problem)> AskAsync(string header)
    {
        var isOne = Request.Headers.Authorization.Count == 1 && header.StartsWith(Bearer + " ", StringComparison.OrdinalIgnoreCase);
        return await Context.RequestServices.GetRequiredService<KeyCheck>().AskAsync(isOne ? header[(Bearer.Length + 1)..].Trim(' ') : "", Context.RequestAborted);
    }
}
