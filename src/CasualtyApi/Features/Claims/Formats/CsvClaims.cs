using System.Buffers;
using System.Globalization;
using CasualtyApi.Http;
using CasualtyApi.Queries.Claims;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Claims.Formats;

/// <summary>Claims as a table (RFC 4180), with a row of HXL hashtags below the header where it is asked for.</summary>
internal sealed class CsvClaims : ClaimWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly CsvRow _row;
    private readonly Stream _body;
    private readonly bool _hxl;

    public CsvClaims(Stream body, bool hxl) => (_body, _hxl, _row) = (body, hxl, new(_bytes));

    /// <summary>The header, and the hashtags where they are asked for: these are no formulas, for they begin with '#'.</summary>
    public static void WriteHead(CsvRow row, bool hxl)
    {
        foreach (var column in ClaimColumns.All) row.Words(column.Name);
        row.End();
        if (!hxl) return;
        foreach (var column in ClaimColumns.All) row.Words(column.Tag);
        row.End();
    }

    public override Task BeginAsync(CancellationToken cancellationToken)
    {
        WriteHead(_row, _hxl);
        return SendAsync(cancellationToken);
    }

    public override Task WriteAsync(ClaimResponse claim, CancellationToken cancellationToken)
    {
        foreach (var column in ClaimColumns.All) Write(column.Value(claim));
        _row.End();
        return SendAsync(cancellationToken);
    }

    public override Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await _body.WriteAsync(_bytes.WrittenMemory, cancellationToken);
        _bytes.ResetWrittenCount();
    }

    private void Write(object? value)
    {
        switch (value)
        {
            case null: _row.Empty(); break;
            case int number: _row.Number<int>(number); break;
            case long number: _row.Number<long>(number); break;
            case double number: _row.Number<double>(number); break;
            case DateTime instant: _row.Instant(instant); break;
            default: _row.Words(Word(value)); break;
        }
    }

    private static string Word(object value) => value switch
    {
        CasualtyCategory category => Kebab.Of(category),
        CountRelation relation => Kebab.Of(relation),
        PartyKind kind => Kebab.Of(kind),
        StatementKind voice => Kebab.Of(voice),
        Certainty certainty => Kebab.Of(certainty),
        ClaimScope scope => Kebab.Of(scope),
        ClaimStatus status => Kebab.Of(status),
        DateOnly day => day.ToString(Days.Form, CultureInfo.InvariantCulture),
        _ => (string)value,
    };
}
