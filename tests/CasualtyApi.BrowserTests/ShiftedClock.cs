namespace CasualtyApi.BrowserTests;

/// <summary>The machine's clock, put forward: what expires after an hour has expired at once.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
