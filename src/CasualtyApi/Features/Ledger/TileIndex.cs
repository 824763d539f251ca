using System.Globalization;
using System.Text.RegularExpressions;
using CasualtyApi.Http;
using CasualtyApi.Store.Ledger;

namespace CasualtyApi.Features.Ledger;

/// <summary>
/// Which tile of a level, as C2SP tlog-tiles spells it at the end of an address: the number in elements of three digits, all
/// but the last behind an "x", and for a tile that is not full yet its width: <c>x001/x234/067.p/12</c>.
/// </summary>
/// <param name="Number">The tile's, from 0.</param>
/// <param name="Width">How many hashes or entries it has, 1 to 256.</param>
internal readonly partial record struct TileIndex(long Number, int Width)
{
    /// <summary>Positions are 63 bits wide; no tile has a longer number.</summary>
    private const string Spelling = @"^(?:x(?!000/)[0-9]{3}/(?:x[0-9]{3}/){0,3})?[0-9]{3}(?:\.p/(?:[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?$";

    /// <summary>The number of the first hash or entry in its level.</summary>
    public long Start => Number * LedgerTree.TileWidth;

    public static TileIndex? Parse(string spelled)
    {
        // A generated client escapes the slashes of a value.
        var words = spelled.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        if (!Pattern().IsMatch(words)) return null;
        var parts = words.Split(".p/");
        var number = long.Parse(parts[0].Replace("x", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return new(number, parts.Length == 1 ? LedgerTree.TileWidth : int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public static BadRequestProblem Misspelled(string spelled) => BadRequestProblem.BadValue(
        "index", $"'{spelled}' is no tile's: they are spelled '000', 'x001/x234/067', and '000.p/34' for one that has 34 of its 256.");

    [GeneratedRegex(Spelling, RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
