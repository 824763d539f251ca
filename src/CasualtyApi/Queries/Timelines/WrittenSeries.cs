using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CasualtyApi.Queries.Timelines;

/// <summary>Series that are written once, for every answer that shows them again: fifty over four years are half a megabyte.</summary>
internal sealed class WrittenSeries(IReadOnlyList<TimelineSeries> series) : IReadOnlyList<TimelineSeries>
{
    private byte[]? _json;

    public int Count => series.Count;

    public TimelineSeries this[int index] => series[index];

    public IEnumerator<TimelineSeries> GetEnumerator() => series.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private byte[] Json(JsonSerializerOptions options) =>
        LazyInitializer.EnsureInitialized(ref _json, () => JsonSerializer.SerializeToUtf8Bytes(series, options));

    /// <summary>Series as any list, those that are written already as they were.</summary>
    internal sealed class Converter : JsonConverter<IReadOnlyList<TimelineSeries>>
    {
        public override IReadOnlyList<TimelineSeries>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<IReadOnlyList<TimelineSeries>>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<TimelineSeries> value, JsonSerializerOptions options)
        {
            if (value is WrittenSeries written) writer.WriteRawValue(written.Json(options), skipInputValidation: true);
            else JsonSerializer.Serialize(writer, value, options);
        }
    }
}
