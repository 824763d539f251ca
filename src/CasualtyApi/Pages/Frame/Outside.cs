namespace CasualtyApi.Pages.Frame;

/// <summary>Addresses that came with a document: nobody is sent anywhere but to the web.</summary>
internal static class Outside
{
    /// <summary>Null, which makes no link, for what is no address of the web, such as `javascript:`.</summary>
    public static string? Address(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
