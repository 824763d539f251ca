using System.Buffers;
using CasualtyApi.Http;
using CasualtyApi.Ingest.Extracted;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Pages.Try;

/// <summary>The claims of a reading as CSV, safe in a spreadsheet.</summary>
internal static class ReadingTable
{
    private static readonly string[] Columns =
    [
        "category", "mixed_of", "cause", "count_text", "relation", "low", "high", "party", "party_country", "party_kind", "claimant", "certainty", "scope",
        "period_text", "place", "quote", "start", "end",
    ];

    public static byte[] Write(ExtractionResponse reading)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var row = new CsvRow(bytes);
        foreach (var column in Columns) row.Words(column);
        row.End();
        foreach (var claim in reading.Claims) Write(row, claim);
        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(CsvRow row, ExtractedClaim claim)
    {
        row.Words(Kebab.Of(claim.Category));
        row.Words(string.Join(' ', claim.MixedOf.Select(Kebab.Of)));
        row.Words(claim.Cause);
        row.Words(claim.Count.Text);
        row.Words(Kebab.Of(claim.Count.Relation));
        row.Number(claim.Count.Low);
        row.Number(claim.Count.High);
        row.Words(claim.Party.Name);
        row.Words(claim.Party.Country);
        row.Words(Kebab.Of(claim.Party.Kind));
        row.Words(claim.Claimant?.Name);
        row.Words(Kebab.Of(claim.Certainty));
        row.Words(Kebab.Of(claim.Scope));
        row.Words(claim.Period?.Text);
        row.Words(claim.Place?.Name);
        row.Words(claim.Text);
        row.Number<int>(claim.Start);
        row.Number<int>(claim.End);
        row.End();
    }
}
