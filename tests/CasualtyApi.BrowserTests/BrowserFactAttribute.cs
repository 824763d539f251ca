using CasualtyApi.Tests;

namespace CasualtyApi.BrowserTests;

/// <summary>A test that needs Chromium, and skips visibly where it is not and cannot be installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!Programs.Has(BrowsedService.Chromium) && !Programs.CanInstall)
        {
            Skip = $"Needs Chromium: apt-get install {BrowsedService.Chromium}";
        }
    }
}
