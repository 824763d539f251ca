namespace CasualtyApi.Extraction.Text;

/// <summary>A stretch between quotation marks: tokens [First, End), the marks outside.</summary>
internal sealed class Quotation
{
    /// <summary>The token of the opening mark.</summary>
    public required int Open { get; init; }

    public required int First { get; init; }

    public int End { get; set; }

    /// <summary>The first token behind the closing mark.</summary>
    public int After { get; set; }

    /// <summary>The quotation this one stands in, as an index into the same list, or −1.</summary>
    public int Parent { get; init; } = -1;

    public required bool IsSingle { get; init; }

    /// <summary>Opens a paragraph although the one before was not closed: it goes on.</summary>
    public bool Continues { get; init; }

    /// <summary>Its closing mark was found, or the next paragraph opens again.</summary>
    public bool IsClosed { get; set; }
}
