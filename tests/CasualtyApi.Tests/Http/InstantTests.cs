using System.Buffers;
using System.Text;
using System.Text.Json;
using CasualtyApi.Http;

namespace CasualtyApi.Tests.Http;

public sealed class InstantTests
{
    [Theory]
    [InlineData(0, "1970-01-01T00:00:00.000Z")]
    [InlineData(1_736_337_600_000, "2025-01-08T12:00:00.000Z")]
    [InlineData(1_736_337_600_300, "2025-01-08T12:00:00.300Z")]
    [InlineData(1_736_337_600_046, "2025-01-08T12:00:00.046Z")]
    [InlineData(253_402_300_799_999, "9999-12-31T23:59:59.999Z")]
    public void Every_format_writes_an_instant_to_the_millisecond_so_that_spellings_sort(long milliseconds, string expected)
    {
        var instant = Instant.Of(milliseconds);

        var row = new ArrayBufferWriter<byte>();
        new CsvRow(row).Instant(instant);
        var streamed = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(streamed))
        {
            json.WriteStartObject();
            Instant.Write(json, "at"u8, instant);
            json.WriteEndObject();
        }

        Assert.Equal(expected, Encoding.UTF8.GetString(row.WrittenSpan));
        Assert.Equal($$"""{"at":"{{expected}}"}""", Encoding.UTF8.GetString(streamed.WrittenSpan));
        Assert.Equal($"\"{expected}\"", JsonSerializer.Serialize(instant, ApiJson.Options));
        Assert.Equal(instant, JsonSerializer.Deserialize<DateTime>($"\"{expected}\"", ApiJson.Options));
    }
}
