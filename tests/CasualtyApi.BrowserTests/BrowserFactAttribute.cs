using CasualtyApi.Tests;

namespace CasualtyApi.BrowserTests;

/// <summary>A test that needs Chromium, and skips visibly where it is not and cannot be installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Missing;

    /// <summary>Null where Chromium is, or can be installed.</summary>
    internal static string? Missing => Programs.Has(BrowsedService.Chromium) || Programs.CanInstall ? null : $"Needs Chromium: apt-get install {BrowsedService.Chromium}";
}

/// <summary>The same, once for each row of its data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserFactAttribute.Missing;
}
