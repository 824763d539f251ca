using System.Globalization;

namespace CasualtyApi.Extraction.Tests;

/// <summary>The tables of <c>Specs</c>: each row a text and the claims it must read as, no more and no fewer.</summary>
public sealed class ClaimSpecTests
{
    private static readonly string[] Files = ["counts.md", "casualties.md", "parties.md", "periods.md", "places.md", "links.md"];

    public static TheoryData<SpecRow> Rows => [.. Files.SelectMany(SpecTable.Read)];

    [Theory]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void A_text_reads_as_its_row_says(SpecRow row)
    {
        var claims = ArticleReader.Default.Read(row["text"], row["published"] == "–" ? null : new DateOnly(2024, 3, 15)).Claims;
        foreach (var (column, expected) in row.Cells.Where(cell => cell.Key is not ("text" or "published")))
        {
            Assert.Equal(expected, string.Join("; ", claims.Select(claim => Show(claim, column))));
        }
    }

    private static string Show(ClaimReading claim, string column) => column switch
    {
        "claims" => $"{Category(claim)} {KebabCase.Of(claim.Count.Relation)} {Ends(claim.Count)}".TrimEnd(),
        "words" => claim.Count.Text ?? "–",
        "quote" => claim.Text,
        "party" => claim.Party.Text is null ? $"{claim.Party.Name} ({KebabCase.Of(claim.Party.Kind)})" : $"{claim.Party.Text} = {claim.Party.Name} ({KebabCase.Of(claim.Party.Kind)})",
        "blamed" => claim.Blamed?.Name ?? "–",
        "certainty" => KebabCase.Of(claim.Certainty),
        "cause" => claim.Cause ?? "–",
        "scope" => KebabCase.Of(claim.Scope),
        "period" => claim.Period is null ? "–" : claim.Period.Text,
        "days" => claim.Period is { Start: { } } or { End: { } }
            ? string.Create(CultureInfo.InvariantCulture, $"{claim.Period.Start:yyyy-MM-dd}..{claim.Period.End:yyyy-MM-dd}")
            : "–",
        "place" => claim.Place is null ? "–" : $"{claim.Place.Name}, {claim.Place.Country ?? "–"} ({KebabCase.Of(claim.Place.Precision)})",
        "links" => Links(claim),
        "rule" => claim.Rules[0],
        _ => throw new ArgumentException($"'{column}' is no column of a specification.", nameof(column)),
    };

    private static string Category(ClaimReading claim) =>
        claim.MixedOf.Count == 0 ? KebabCase.Of(claim.Category) : $"mixed({string.Join(", ", claim.MixedOf.Select(KebabCase.Of))})";

    private static string Ends(CountReading count) => (count.Low, count.High) switch
    {
        (null, null) => "",
        var (low, high) when low == high => string.Create(CultureInfo.InvariantCulture, $"{low}"),
        var (low, high) => string.Create(CultureInfo.InvariantCulture, $"{low}..{high}"),
    };

    private static string Links(ClaimReading claim)
    {
        (string Name, int? To)[] links = [("repeats", claim.Repeats), ("part of", claim.PartOf), ("updates", claim.Updates), ("disputes", claim.Disputes)];
        var shown = string.Join(", ", links.Where(link => link.To is not null).Select(link => $"{link.Name} {link.To}"));
        return shown.Length == 0 ? "–" : shown;
    }
}
