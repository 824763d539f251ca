using CasualtyApi.Ingest;
using CasualtyApi.Pages.Frame;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Pages.Try;

/// <summary>What the try-out works with.</summary>
internal sealed record TryDesk(HttpContext Http, IAntiforgery Antiforgery, KeyCookie Keys, IOptions<ExtractionOptions> Options)
{
    /// <summary>The longest text read, in bytes of UTF-8.</summary>
    public int Longest => Options.Value.MaximumLength;

    public Task<TriedText> ReadAsync(CancellationToken cancellationToken) => TriedText.ReadAsync(Http.Request, Longest, cancellationToken);

    /// <summary>That a form is this service's own. It is set with the page that shows the form.</summary>
    public string Token() => Antiforgery.GetAndStoreTokens(Http).RequestToken!;
}
