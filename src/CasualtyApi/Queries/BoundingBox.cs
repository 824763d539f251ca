using System.Globalization;

namespace CasualtyApi.Queries;

/// <summary>A stretch of the earth in WGS 84 degrees, as RFC 7946 gives it.</summary>
internal sealed record BoundingBox(double West, double South, double East, double North)
{
    public bool CrossesAntimeridian => West > East;

    public static (BoundingBox? Value, string? Fault) Read(string words)
    {
        const NumberStyles Degrees = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var given = words.Split(',', StringSplitOptions.TrimEntries);
        var numbers = given.Select(word => double.TryParse(word, Degrees, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToList();
        if (numbers.Count != 4 || numbers.Exists(double.IsNaN))
        {
            return (null, $"'{words}' is not four numbers: west,south,east,north, such as '22,44,41,53'.");
        }

        var box = new BoundingBox(numbers[0], numbers[1], numbers[2], numbers[3]);
        return Math.Abs(box.West) > 180 || Math.Abs(box.East) > 180
            ? (null, "has a longitude out of range; west (1st) and east (3rd) go from -180 to 180.")
            : Math.Abs(box.South) > 90 || Math.Abs(box.North) > 90
                ? (null, "has a latitude out of range; south (2nd) and north (4th) go from -90 to 90.")
                : box.South > box.North
                    ? (null, $"has its south ({given[1]}) above its north ({given[3]}); the order is west,south,east,north.")
                    : (box, null);
    }
}
