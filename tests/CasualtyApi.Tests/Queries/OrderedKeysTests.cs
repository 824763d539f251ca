using CasualtyApi.Queries.Held;

namespace CasualtyApi.Tests.Queries;

public sealed class OrderedKeysTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void They_are_in_order_whatever_was_added_and_taken_away_between(int seed)
    {
        var random = new Random(seed);
        var (keys, expected) = (new OrderedKeys(), new SortedSet<(long Key, int Id)>());
        for (var asked = 0; asked < 200; asked++)
        {
            // Now one change, now many, the same key more than once among them.
            for (var change = random.Next(asked % 3 == 0 ? 60 : 4); change > 0; change--)
            {
                (long, int) one = (random.Next(20), random.Next(20));
                if (expected.Contains(one))
                {
                    keys.Remove(one);
                    expected.Remove(one);
                }
                else
                {
                    keys.Add(one);
                    expected.Add(one);
                }
            }

            if (asked % 2 == 0) Assert.Equal(expected, keys.InOrder());
        }
    }
}
