namespace CasualtyApi.Http;

/// <summary>A browser's own question, whether a page of another origin may ask (https://fetch.spec.whatwg.org/#cors-preflight-request).</summary>
internal static class Preflight
{
    public static bool Is(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.Origin.Count > 0 && request.Headers.AccessControlRequestMethod.Count > 0;
}
