using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CasualtyApi.Http;
using CasualtyApi.Http.Keys;
using CasualtyApi.Http.Writes;

namespace CasualtyApi.Pages.Frame;

/// <summary>What an operation answered somebody at a page.</summary>
/// <param name="Body">JSON; null where there is none.</param>
/// <param name="Refusal">Why it was not done, in words; null where it was.</param>
/// <param name="Position">Where the ledger stood; 0 where it was not said.</param>
internal sealed record KeyedAnswer(int Status, JsonNode? Body, string? Refusal, long Position);

/// <summary>Calls operations with a visitor's key.</summary>
internal sealed class KeyedCalls(OwnCalls calls)
{
    public Task<KeyedAnswer> GetAsync(HttpContext outer, Visitor visitor, string address) => SendAsync(outer, visitor, new(HttpMethods.Get, address));

    /// <param name="outer">The request to the page.</param>
    /// <param name="visitor">Whose key goes along.</param>
    /// <param name="method">POST or PATCH.</param>
    /// <param name="address">Of the operation.</param>
    /// <param name="body">As a program would send it.</param>
    /// <param name="etag">Of the state the visitor saw: what changed since is not written over.</param>
    /// <param name="once">A word of this form's own: sent twice, for the answer was lost, it is done once.</param>
    /// <param name="labels">What the form calls the members of the body.</param>
    public Task<KeyedAnswer> WriteAsync(
        HttpContext outer, Visitor visitor, string method, string address, JsonObject body, string etag, string once, IReadOnlyDictionary<string, string> labels)
    {
        var type = HttpMethods.IsPatch(method) ? "application/merge-patch+json" : "application/json";
        var call = new OwnCall(method, address, type, JsonSerializer.SerializeToUtf8Bytes(body));
        if (etag.Length > 0) call.Headers["If-Match"] = etag;
        if (once.Length > 0) call.Headers[TakesIdempotencyKey.Header] = once;
        return SendAsync(outer, visitor, call, labels);
    }

    public async Task<KeyedAnswer> SendAsync(HttpContext outer, Visitor visitor, OwnCall call, IReadOnlyDictionary<string, string>? labels = null)
    {
        call.Headers["Accept"] = "application/json";
        if (visitor.Key is { } key) call.Headers["Authorization"] = $"{KeyAuthentication.Bearer} {key}";
        var answer = await calls.SendAsync(outer, call);
        var said = answer.Body.Length == 0 ? null : JsonNode.Parse(answer.Body);
        var position = long.TryParse(answer.Headers[LedgerView.Header], CultureInfo.InvariantCulture, out var at) ? at : 0;
        return new(answer.Status, said, answer.Status < 400 ? null : Words(answer.Status, said, labels), position);
    }

    /// <summary>What happened, and what to do.</summary>
    private static string Words(int status, JsonNode? problem, IReadOnlyDictionary<string, string>? labels)
    {
        var (title, detail) = (problem?["title"]?.GetValue<string>(), problem?["detail"]?.GetValue<string>());

        // An operation names a member of its body; whoever filled in a form knows it by its label.
        foreach (var (member, label) in labels ?? new Dictionary<string, string>()) detail = detail?.Replace($"Member '{member}'", $"“{label}”", StringComparison.Ordinal);
        return status switch
        {
            401 => $"{title}. Type another one below and send this again; what you typed is still here.",
            412 => "Somebody else changed this claim since you saw it. Below is how it stands now, and what you typed is still here; what can be decided of it may be something else now: look again, then decide.",
            429 => "Too many requests came from here. Wait a minute and send it again; what you typed is still here.",
            503 or 507 => $"The service cannot write just now. {detail} Send it again in a moment; what you typed is still here.",
            _ => $"{title}. {detail} What you typed is still here.",
        };
    }
}
