using System.Numerics;

namespace CasualtyApi.Store.Ledger.Merkle;

/// <summary>A complete subtree of 2^<paramref name="Height"/> leaves, the <paramref name="Index"/>-th of its height from the left.</summary>
public readonly record struct Subtree(int Height, long Index)
{
    public Subtree Left => new(Height - 1, 2 * Index);

    public Subtree Right => new(Height - 1, (2 * Index) + 1);
}

/// <summary>Leaves <paramref name="Start"/> to <paramref name="End"/>, the end not included.</summary>
public readonly record struct Stretch(long Start, long End)
{
    /// <summary>The fewest complete subtrees that make up the stretch, from the left.</summary>
    public IReadOnlyList<Subtree> Subtrees()
    {
        var subtrees = new List<Subtree>();
        for (var at = Start; at < End;)
        {
            var fits = BitOperations.Log2((ulong)(End - at));
            var height = at == 0 ? fits : Math.Min(BitOperations.TrailingZeroCount(at), fits);
            subtrees.Add(new Subtree(height, at >> height));
            at += 1L << height;
        }

        return subtrees;
    }
}
