using System.Globalization;
using CasualtyApi.Pages.Frame;

namespace CasualtyApi.Pages.Pictures;

/// <summary>A scale from 0 to a round number at or above the largest, over a width.</summary>
internal sealed class Scale
{
    private readonly double _left;
    private readonly double _width;

    public Scale(long largest, double left, double width)
    {
        (_left, _width) = (left, width);
        var step = Step(Math.Max(largest, 1));
        End = Math.Ceiling(Math.Max(largest, 1) / step) * step;
        Ticks = [.. Enumerable.Range(0, (int)Math.Round(End / step) + 1).Select(index => index * step)];
    }

    public double End { get; }

    public IReadOnlyList<double> Ticks { get; }

    /// <summary>Every so many ticks has room for its number, in the largest letters.</summary>
    public int Lettered => (int)Math.Ceiling(((Words.Number((long)End).Length * 10) + 12) / (_width * Ticks[1] / End));

    public double At(double value) => _left + (_width * value / End);

    /// <summary>As SVG writes numbers, whatever the machine's language.</summary>
    public static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>1, 2 or 5 times a power of ten, so that there are four steps or a few more; never a fraction of a person.</summary>
    private static double Step(double largest)
    {
        var rough = largest / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return Math.Max(1, power * (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 });
    }
}
