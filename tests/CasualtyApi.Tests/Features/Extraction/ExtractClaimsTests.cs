using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace CasualtyApi.Tests.Features.Extraction;

/// <summary>Texts of 1,000 bytes at most, so that the bound is easily met.</summary>
public sealed class ShortTextService() : Service(("Extraction:MaximumLength", "1000"));

public sealed class ExtractClaimsTests(ShortTextService service) : IClassFixture<ShortTextService>
{
    private const string Json = "application/json";
    private const string Plain = "text/plain";
    private const string Lines = "application/x-ndjson";

    /// <summary>Kestrel's own bound.</summary>
    private const int LongestBody = 30_000_000;

    [Theory]
    [InlineData(Json, """{"text":"A text.","title":"A title","publishedAt":"2025-01-08"}""")]
    [InlineData(Json, """{"id":"a1","text":"A text."}""")]
    [InlineData(Plain, "A text.")]
    [InlineData("text/plain; charset=UTF-8", "A “text” 🕊.")]
    public async Task A_text_is_read(string mediaType, string body)
    {
        var reading = await service.PostAsync(body, mediaType);

        Assert.Equal(["id", "extractor", "statements", "claims"], reading.EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("", "malformed-json", "The body is empty.")]
    [InlineData("{", "malformed-json", "line 1")]
    [InlineData("""{"text":"a",}""", "malformed-json", "reading stopped at line 1")]
    [InlineData("""{"text":"a"} x""", "malformed-json", "reading stopped")]
    [InlineData("null", "wrong-type", "null where an object is wanted")]
    [InlineData("[]", "wrong-type", "The body is an array where an object is wanted")]
    [InlineData("\"text\"", "wrong-type", "The body is a string where an object is wanted")]
    [InlineData("{}", "bad-value", "Member 'text' is missing.")]
    [InlineData("""{"text":null}""", "wrong-type", "Member 'text' is null where a string is wanted.")]
    [InlineData("""{"text":12}""", "wrong-type", "Member 'text' is a number where a string is wanted.")]
    [InlineData("""{"text":"a","publishedAt":20250108}""", "wrong-type", "Member 'publishedAt' is a number where a date written YYYY-MM-DD is wanted.")]
    [InlineData("""{"text":"a","publishedAt":"8 January"}""", "bad-value", "Member 'publishedAt' is no date")]
    [InlineData("""{"text":"a","text":"b"}""", "duplicate-member", "Member 'text' stands twice.")]
    [InlineData("""{"txet":"a","text":"b"}""", "unknown-member", "Did you mean 'text'?")]
    [InlineData("""{"Text":"a"}""", "unknown-member", "Did you mean 'text'?")]
    [InlineData("""{"text":""}""", "bad-value", "'text': is empty or blank.")]
    [InlineData("""{"text":" \n\t "}""", "bad-value", "'text': is empty or blank.")]
    [InlineData("""{"text":"a\u0000b"}""", "bad-value", "'text': holds U+0000")]
    [InlineData("""{"text":"a\ud800b"}""", "bad-value", "half a surrogate pair")]
    public async Task A_faulty_body_is_refused_and_the_fault_named(string body, string slug, string says)
    {
        var problem = await service.PostAsync(body, Json, 400);

        Assert.Equal(slug, problem.Slug());
        Assert.Contains(says, problem.Detail(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty or blank")]
    [InlineData("  \n", "is empty or blank")]
    [InlineData("a\0b", "holds U+0000")]
    public async Task A_plain_text_that_is_none_is_refused(string body, string says) =>
        Assert.Contains(says, (await service.PostAsync(body, Plain, 400)).Error("text"), StringComparison.Ordinal);

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        Assert.Contains("is not UTF-8", (await service.PostAsync([0x41, 0xff, 0x42], Plain, 400)).Error("text"), StringComparison.Ordinal);
        Assert.Equal("malformed-json", (await service.PostAsync([.. "{\"text\":\""u8, 0xff, .. "\"}"u8], Json, 400)).Slug());
    }

    [Theory]
    [InlineData("application/xml", "reads application/json, text/plain and application/x-ndjson")]
    [InlineData("application/x-www-form-urlencoded", "reads application/json, text/plain and application/x-ndjson")]
    [InlineData("text/plain; charset=iso-8859-1", "The charset 'iso-8859-1' is not read here; utf-8 is.")]
    public async Task A_form_that_is_not_read_is_refused(string mediaType, string says)
    {
        var problem = await service.PostAsync("A text.", mediaType, 415);

        Assert.Equal("unsupported-media-type", problem.Slug());
        Assert.Contains(says, problem.Detail(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_content_type_and_an_unknown_coding_are_refused()
    {
        using var none = await service.Client.PostAsync("/api/v1/extractions", content: null);
        using var coded = new StringContent("A text.", Encoding.UTF8, Plain);
        coded.Headers.ContentEncoding.Add("zstd");
        using var unknown = await service.Client.PostAsync("/api/v1/extractions", coded);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, none.StatusCode);
        Assert.Contains("No Content-Type was sent", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, unknown.StatusCode);
    }

    [Fact]
    public async Task A_compressed_body_is_read()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write("A text."u8);
        }

        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(Plain);
        content.Headers.ContentEncoding.Add("gzip");
        using var answer = await service.Client.PostAsync("/api/v1/extractions", content);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_length_of_a_text_is_bounded_to_the_byte()
    {
        await service.PostAsync(new string('a', 1000), Plain);
        await service.PostAsync($$"""{"text":"{{new string('a', 1000)}}"}""", Json);

        foreach (var (body, mediaType) in new[]
        {
            (new string('a', 1001), Plain), (new string('é', 501), Plain),
            ($$"""{"text":"{{new string('a', 1001)}}"}""", Json), ($$"""{"text":"{{new string('a', 100_000)}}"}""", Json),
        })
        {
            var problem = await service.PostAsync(body, mediaType, 413);
            Assert.Equal("too-large", problem.Slug());
            Assert.Contains("1,000 bytes", problem.Detail(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Lines_are_answered_in_order_and_a_bad_one_in_its_place()
    {
        var answers = await PostLinesAsync(
            """
            {"id":"a1","text":"One."}

            {"id":"a2","text":"Two.","colour":"red"}
            {"id":"a3","text":" "}
            not json
            {"id":"a5","text":"Five."}
            """ + "\r\n" + $$"""{"id":"a6","text":"{{new string('a', 1001)}}"}""" + "\n" + $$"""{"id":"a7","text":"{{new string('a', 200_000)}}"}""" + "\n"
            + """{"id":"a8","text":"Eight, without a newline."}""");

        Assert.Equal(
            ["a1 read", "a2 line 3: unknown-member", "a3 line 4: bad-value", " line 5: malformed-json", "a5 read", "a6 line 7: too-large", " line 8: too-large", "a8 read"],
            answers.Select(Told));
    }

    [Fact]
    public async Task Fifteen_hundred_lines_are_answered_in_order()
    {
        var body = string.Concat(Enumerable.Range(0, 1500).Select(number => $$"""{"id":"{{number}}","text":"{{new string('a', 900)}}"}""" + "\n"));

        var answers = await PostLinesAsync(body);

        Assert.Equal(Enumerable.Range(0, 1500).Select(number => $"{number} read"), answers.Select(Told));
    }

    [Fact]
    public async Task A_fault_of_a_line_is_told_in_the_words_of_a_line()
    {
        var faults = await PostLinesAsync("""{"id":"a1","text":"One."}""" + "\nnot json\nnull\n[]\n");

        Assert.Equal(
            ["The line is not well-formed JSON: reading stopped at byte 2.", "The line is null where an object is wanted.", "The line is an array where an object is wanted."],
            faults.Skip(1).Select(fault => fault.GetProperty("error").Detail()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n\n")]
    public async Task No_line_in_is_no_line_out(string body) => Assert.Empty(await PostLinesAsync(body));

    [Fact]
    public async Task A_body_of_lines_that_is_too_long_is_refused_at_once_where_it_says_so()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/extractions") { Content = new ByteArrayContent(new byte[LongestBody + 1]) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Lines);
        request.Headers.ExpectContinue = true;
        using var answer = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_of_lines_that_grows_too_long_is_answered_up_to_there()
    {
        // Its length is not told, so the first answers are out before anybody can know.
        var lines = (LongestBody / 960) + 1_000;
        using var content = new LinesOfUnknownLength(lines, number => $$"""{"id":"{{number}}","text":"{{new string(' ', 900)}}a"}""");
        using var answer = await service.Client.PostAsync("/api/v1/extractions", content);
        var answers = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var last = JsonDocument.Parse(answers[^1]).RootElement;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.InRange(answers.Length, 25_000, lines - 1);
        Assert.StartsWith("""{"id":"1",""", answers[0], StringComparison.Ordinal);
        Assert.Equal($" line {answers.Length}: too-large", Told(last));
        Assert.Contains("Send the rest in another.", last.GetProperty("error").Detail(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_comes_before_the_last_line_is_sent()
    {
        // HttpClient reads no answer before it has sent everything, so this speaks HTTP itself.
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", service.Client.BaseAddress!.Port);
        await using var stream = connection.GetStream();
        await SendAsync($"POST /api/v1/extractions HTTP/1.1\r\nHost: x\r\nContent-Type: {Lines}\r\nTransfer-Encoding: chunked\r\n\r\n");
        await SendAsync("1b\r\n" + """{"id":"a1","text":"One."}""" + " \n\r\n");

        var first = await ReceiveUntilAsync("\"claims\"");
        await SendAsync("0\r\n\r\n");
        var rest = await ReceiveUntilAsync("0\r\n\r\n");

        Assert.Contains("\"a1\"", first, StringComparison.Ordinal);
        Assert.DoesNotContain("\"id\"", rest, StringComparison.Ordinal);

        async Task SendAsync(string words) => await stream.WriteAsync(Encoding.UTF8.GetBytes(words));

        async Task<string> ReceiveUntilAsync(string end)
        {
            var (received, buffer) = (new StringBuilder(), new byte[4096]);
            while (!received.ToString().Contains(end, StringComparison.Ordinal))
            {
                var count = await stream.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
                received.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }

            return received.ToString();
        }
    }

    private async Task<List<JsonElement>> PostLinesAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, Lines);
        using var answer = await service.Client.PostAsync("/api/v1/extractions", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Lines, answer.Content.Headers.ContentType!.MediaType);
        return [.. (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static string Told(JsonElement answer) => answer.TryGetProperty("error", out var error)
        ? $"{answer.GetProperty("id")} line {answer.GetProperty("line")}: {error.Slug()}"
        : $"{answer.GetProperty("id")} read";

    private sealed class LinesOfUnknownLength : HttpContent
    {
        private readonly int count;
        private readonly Func<int, string> line;

        public LinesOfUnknownLength(int count, Func<int, string> line)
        {
            (this.count, this.line) = (count, line);
            Headers.ContentType = MediaTypeHeaderValue.Parse(Lines);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var number = 1; number <= count; number++)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(line(number) + "\n"));
            }
        }

        protected override bool TryComputeLength(out long length) => (length = 0) > 0;
    }
}
