using System.Text.Json.Serialization;

namespace CasualtyApi.Http;

/// <summary>One page of a list.</summary>
internal interface IPage
{
    string? Next { get; }
}

/// <summary>One page of a list.</summary>
/// <param name="Items">The records, in the order asked for.</param>
/// <param name="Total">How many there are on all pages; exact up to 10,000. Absent with `total=none`.</param>
/// <param name="TotalIsLowerBound">True where there are more than `total` says; `total=exact` counts them.</param>
/// <param name="Position">The ledger position this page shows; `/changes?after=` goes on from it.</param>
/// <param name="Next">Sent back as `cursor`, gives the next page. Absent on the last.</param>
internal sealed record Page<T>(
    IReadOnlyList<T> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Total,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool TotalIsLowerBound,
    long Position,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next) : IPage
{
    /// <summary>With `from` or `to`: how many match but for having no such date, and so are left out. Absent with `total=none`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Undated { get; init; }

    /// <summary>The same page with each item in another shape.</summary>
    public Page<TShape> Of<TShape>(Func<T, TShape> shape) =>
        new([.. Items.Select(shape)], Total, TotalIsLowerBound, Position, Next) { Undated = Undated };
}
