using System.Globalization;
using CasualtyApi.Store.Terms;
using CsvHelper;

namespace CasualtyApi.Features.Claims.Formats;

/// <summary>RFC 4180. Words that a spreadsheet would run as a formula begin with an apostrophe; numbers stay numbers.</summary>
internal sealed class CsvClaims(Stream body, bool hxl) : ClaimWriter
{
    private readonly CsvWriter _csv = CsvWriter.Create(body, CsvWriterOptions.Default with { Injection = CsvInjection.Escape }, leaveOpen: true);

    public override async Task BeginAsync(CancellationToken cancellationToken)
    {
        // Hashtags are no formulas: they begin with '#'.
        await _csv.WriteRecordAsync([.. ClaimColumns.All.Select(column => column.Name)], cancellationToken);
        if (hxl)
        {
            await _csv.WriteRecordAsync([.. ClaimColumns.All.Select(column => column.Tag)], cancellationToken);
        }
    }

    public override async Task WriteAsync(ClaimResponse claim, CancellationToken cancellationToken)
    {
        foreach (var column in ClaimColumns.All)
        {
            _csv.WriteField(Spelled(column.Value(claim)));
        }

        await _csv.EndRecordAsync(cancellationToken);
    }

    public override async Task EndAsync(CancellationToken cancellationToken) => await _csv.FlushAsync(cancellationToken);

    public override ValueTask DisposeAsync() => _csv.DisposeAsync();

    /// <summary>What the writer would spell otherwise than JSON does.</summary>
    private static object? Spelled(object? value) => value switch
    {
        CasualtyCategory category => Kebab.Of(category),
        CountRelation relation => Kebab.Of(relation),
        PartyKind kind => Kebab.Of(kind),
        StatementKind voice => Kebab.Of(voice),
        Certainty certainty => Kebab.Of(certainty),
        ClaimScope scope => Kebab.Of(scope),
        ClaimStatus status => Kebab.Of(status),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => value,
    };
}
