namespace CasualtyApi.Http.Limits;

/// <summary>
/// How many requests each client has made in its minute, which begins with its first. It never grows: a client hashes to one of many
/// small sets, and where a set is full, the one whose minute ends first is forgotten. Whoever brings many addresses can make others
/// be forgotten, and so gives them more, never less.
/// </summary>
internal sealed class LimitTable(TimeProvider clock)
{
    private const int Sets = 1 << 14;
    private const int Ways = 8;

    private readonly Count[] counts = new Count[Sets * Ways];
    private readonly Lock[] gates = [.. Enumerable.Range(0, 256).Select(_ => new Lock())];
    private readonly long minute = LimitPolicy.Seconds * clock.TimestampFrequency;

    /// <summary>Counts a request; or only looks, where it takes none.</summary>
    public Allowance Take(LimitedClient client, LimitPolicy policy, int permits)
    {
        // The hash has a secret of the process in it: nobody can aim at a set.
        var set = HashCode.Combine(client, policy.Name) & (Sets - 1);
        var now = clock.GetTimestamp();
        lock (gates[set & (gates.Length - 1)])
        {
            ref var count = ref Find(counts.AsSpan(set * Ways, Ways), client, policy, now);
            var isGranted = count.Used + permits <= policy.Quota;
            if (isGranted) count.Used += permits;
            return new(isGranted, policy.Quota - count.Used, (int)((count.Until - now + clock.TimestampFrequency - 1) / clock.TimestampFrequency));
        }
    }

    private ref Count Find(Span<Count> set, LimitedClient client, LimitPolicy policy, long now)
    {
        var first = 0;
        for (var way = 0; way < set.Length; way++)
        {
            if (set[way].Policy == policy && set[way].Client == client)
            {
                first = way;
                if (set[way].Until > now) return ref set[way];
                break;
            }

            if (set[way].Until < set[first].Until) first = way;
        }

        set[first] = new() { Client = client, Policy = policy, Until = now + minute };
        return ref set[first];
    }

    private struct Count
    {
        public LimitPolicy? Policy;
        public LimitedClient Client;
        public long Until;
        public int Used;
    }
}
