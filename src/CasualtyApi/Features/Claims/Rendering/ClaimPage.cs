using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CasualtyApi.Http;
using CasualtyApi.Store.Reading;

namespace CasualtyApi.Features.Claims.Rendering;

/// <summary>A page of claims as bytes: the JSON of <c>Page&lt;ClaimResponse&gt;</c>.</summary>
internal sealed class ClaimPage(IReadOnlyList<long> ids, ClaimTotal total, long position, string? next, ClaimJson claim)
    : IStreamedAnswer, IPage
{
    public IPage Page => this;

    public string? Next => next;

    public string MediaType => "application/json; charset=utf-8";

    /// <summary>The key of a claim, for the cursor.</summary>
    public static long? KeyOf(string sortedBy, ClaimCells cells, long id)
    {
        cells.Find(id);
        var key = Key(sortedBy, cells, id);
        cells.Release();
        return key;
    }

    private static long? Key(string sortedBy, ClaimCells cells, long id) => sortedBy switch
    {
        "receivedAt" => cells.Number(ClaimCell.ReceivedAt),
        "updatedAt" => cells.Number(ClaimCell.UpdatedAt),
        "low" => cells.NumberOrNull(ClaimCell.Low),
        "high" => cells.NumberOrNull(ClaimCell.High),
        "publishedAt" => cells.IsNull(ClaimCell.DocumentPublishedAt)
            ? null
            : DateOnly.ParseExact(Encoding.ASCII.GetString(cells.Text(ClaimCell.DocumentPublishedAt)), Days.Form, CultureInfo.InvariantCulture).DayNumber,
        _ => id,
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = new ArrayBufferWriter<byte>(64 << 10);
        Write(bytes);
        await httpContext.Response.Body.WriteAsync(bytes.WrittenMemory, httpContext.RequestAborted);
    }

    private void Write(IBufferWriter<byte> bytes)
    {
        using var json = new Utf8JsonWriter(bytes, ClaimJson.Written);
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        claim.Write(json, ids);
        json.WriteEndArray();
        if (total.Total is { } counted) json.WriteNumber("total"u8, counted);
        if (total.IsLowerBound) json.WriteBoolean("totalIsLowerBound"u8, true);
        json.WriteNumber("position"u8, position);
        if (next is not null) json.WriteString("next"u8, next);
        if (total.Undated is { } undated) json.WriteNumber("undated"u8, undated);
        json.WriteEndObject();
    }
}

/// <summary>How many claims all pages hold, as far as it was asked for.</summary>
internal sealed record ClaimTotal(int? Total, bool IsLowerBound, int? Undated);
