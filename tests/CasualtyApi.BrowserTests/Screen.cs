using Microsoft.Playwright;

namespace CasualtyApi.BrowserTests;

/// <summary>Ways of looking.</summary>
internal static class Screen
{
    public static ViewportSize Wide => new() { Width = 1280, Height = 1000 };

    public static BrowserNewPageOptions Dark => new() { ColorScheme = ColorScheme.Dark };

    public static BrowserNewPageOptions Phone => new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true };

    public static BrowserNewPageOptions WithoutScript => new() { JavaScriptEnabled = false };
}
