using System.Globalization;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Benchmarks.Ledgers;

/// <summary>A count in words, with what they mean.</summary>
internal sealed record DrawnCount(string Text, CountRelation Relation, long? Low, long? High)
{
    public static DrawnCount Draw(Chance chance)
    {
        var number = chance.People();
        return chance.Below(20) switch
        {
            < 9 => Exactly(number),
            < 11 => new($"about {Spelled(number)}", CountRelation.About, number, number),
            < 13 => new($"more than {Spelled(number)}", CountRelation.MoreThan, number, null),
            < 15 => new($"at least {Spelled(number)}", CountRelation.AtLeast, number, null),
            15 => new($"up to {Spelled(number)}", CountRelation.AtMost, null, number),
            16 => new($"fewer than {Spelled(number)}", CountRelation.LessThan, null, number),
            17 => new($"{Spelled(number)} to {Spelled(number * 2)}", CountRelation.Between, number, number * 2),
            18 => new("dozens of", CountRelation.Vague, 24, null),
            _ => new("many", CountRelation.Unquantified, null, null),
        };
    }

    public static DrawnCount Exactly(long number) => new(Spelled(number), CountRelation.Exactly, number, number);

    private static string Spelled(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
