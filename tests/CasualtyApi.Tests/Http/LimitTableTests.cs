using CasualtyApi.Http.Limits;
using Microsoft.Extensions.Time.Testing;

namespace CasualtyApi.Tests.Http;

public sealed class LimitTableTests
{
    private static readonly LimitPolicy Policy = new("reads", 3);

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_minute_begins_with_the_first_request_and_then_anew()
    {
        var table = new LimitTable(clock);
        var client = new LimitedClient('4', 1);

        Assert.Equal(new(true, 2, 60), table.Take(client, Policy, 1));
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(new(true, 1, 1), table.Take(client, Policy, 1));
        Assert.Equal(new(true, 0, 1), table.Take(client, Policy, 1));
        Assert.Equal(new(false, 0, 1), table.Take(client, Policy, 1));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new(true, 2, 60), table.Take(client, Policy, 1));
    }

    [Fact]
    public void A_million_addresses_take_no_more_memory_and_refuse_nobody_else()
    {
        var table = new LimitTable(clock);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var address = 0L; address < 1_000_000; address++) table.Take(new('6', address), Policy, 1);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.True(table.Take(new('4', 1), Policy, 1).IsGranted);
    }

    [Fact]
    public async Task However_many_ask_at_once_no_more_are_granted()
    {
        var table = new LimitTable(clock);
        var wide = new LimitPolicy("reads", 1_000);
        var granted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 500).Count(_ => table.Take(new('k', 7), wide, 1).IsGranted))));

        Assert.Equal(1_000, granted.Sum());
    }
}
