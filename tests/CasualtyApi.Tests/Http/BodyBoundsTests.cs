using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace CasualtyApi.Tests.Http;

/// <summary>What is too long, packed wrongly, or packed to be far longer than it looks.</summary>
public sealed class BodyBoundsTests(Service service) : IClassFixture<Service>
{
    private const string Json = "application/json";
    private const string Lines = "application/x-ndjson";
    private const int LongestText = 1 << 20;

    /// <summary>Every way in for a body, with one it would take.</summary>
    private static readonly (string Method, string Address, string MediaType, string Body)[] Ways =
    [
        ("POST", "extractions", Json, """{"text":"Two died."}"""),
        ("POST", "extractions", "text/plain", "Two died."),
        ("POST", "extractions", Lines, """{"text":"Two died."}"""),
        ("POST", "documents", Json, """{"text":"Two died."}"""),
        ("POST", "documents", "text/plain", "Two died."),
        ("POST", "documents", "text/html", "<p>Two died.</p>"),
        ("POST", "documents/import", Lines, """{"text":"Two died."}"""),
        ("PATCH", "documents/1", "application/merge-patch+json", """{"title":"Kursk"}"""),
        ("POST", "sources", Json, """{"name":"A desk","kind":"media"}"""),
        ("POST", "claims/3/decisions", Json, """{"decision":"accepted","reason":"Seen."}"""),
    ];

    public static TheoryData<string, string, string, string, string> Broken => Each(["gzip", "br", "deflate"]);

    public static TheoryData<string, string, string, string, string> Packed => Each(["gzip", "br"]);

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_body_that_is_not_packed_as_it_says_is_refused_and_so_is_a_part_of_one(
        string method, string address, string mediaType, string body, string coding)
    {
        var position = await service.PositionAsync();
        foreach (var sent in (byte[][])["\x01\x02 no packing"u8.ToArray(), Pack(coding, Noise(body))[..^9]])
        {
            using var answer = await SendAsync(method, address, mediaType, sent, coding);
            var problem = await Service.ReadAsync(answer, 400);

            Assert.Equal("bad-request", problem.Slug());
            Assert.Contains($"'{coding}'", problem.Detail(), StringComparison.Ordinal);
        }

        Assert.Equal(position, await service.PositionAsync());
    }

    [Theory]
    [MemberData(nameof(Packed))]
    public async Task A_body_that_swells_as_it_is_unpacked_is_read_to_its_bound_and_no_further(
        string method, string address, string mediaType, string body, string coding)
    {
        if (mediaType == Lines) return;
        var start = body[..^1];
        using var answer = await SendAsync(method, address, mediaType, Pack(coding, Encoding.UTF8.GetBytes(start + new string(' ', 16 << 20))), coding);

        Assert.Equal("too-large", (await Service.ReadAsync(answer, 413)).Slug());
    }

    [Theory]
    [InlineData(Lines, "extractions")]
    [InlineData(Lines, "documents/import")]
    public async Task A_line_that_swells_gets_its_problem_and_the_next_is_read(string mediaType, string address)
    {
        var lines = $$"""
            {"text":"{{new string('a', 4 << 20)}}"}
            {"text":"Two drowned off the coast."}
            """;
        using var answer = await SendAsync("POST", address, mediaType, Pack("gzip", Encoding.UTF8.GetBytes(lines)), "gzip");
        var results = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, results.Length);
        Assert.Contains("/problems/too-large", results[0], StringComparison.Ordinal);
        Assert.DoesNotContain("/problems/", results[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LongestText, 201, false)]
    [InlineData(LongestText, 201, true)]
    [InlineData(LongestText + 1, 413, false)]
    [InlineData(LongestText + 1, 413, true)]
    public async Task A_document_is_as_long_as_it_may_be_and_no_byte_longer_whether_its_length_is_sent_or_not(int length, int status, bool isChunked)
    {
        using var answer = await SendAsync("POST", "documents", "text/plain", Encoding.UTF8.GetBytes(new string(isChunked ? 'y' : 'x', length)), null, isChunked);

        await Service.ReadAsync(answer, status);
    }

    [Theory]
    [InlineData("documents", """{"text":"Two miners died below ground."}""", 201)]
    [InlineData("extractions", """{"text":"Two miners died below ground."}""", 200)]
    [InlineData("sources", """{"name":"The desk of marks","kind":"media"}""", 201)]
    public async Task A_byte_order_mark_before_json_is_passed_over(string address, string json, int status)
    {
        using var answer = await SendAsync("POST", address, Json, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(json)], null);

        await Service.ReadAsync(answer, status);
    }

    [Theory]
    [InlineData("GET /api/v1/claims?q={9000} HTTP/1.1\r\nHost: {host}\r\n", 414, "target-too-long")]
    [InlineData("GET /{9000} HTTP/1.1\r\nHost: {host}\r\n", 414, "target-too-long")]
    [InlineData("GET /api/v1/claims HTTP/1.1\r\nHost: {host}\r\nCookie: {40000}\r\n", 431, "headers-too-large")]
    [InlineData("GET /api/v1/claims HTTP/1.1\r\nHost: {host}\r\n{many}", 431, "headers-too-large")]
    [InlineData("GET /api/v1/claims HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer \u00ff\u00fe\r\n", 401, "key-malformed")]
    [InlineData("GET /api/v1/claims HTTP/1.1\r\nHost: {host}\r\nIf-None-Match: \u00ff\r\n", 200, null)]
    public async Task Heads_no_client_sends_are_answers_too(string head, int status, string? slug)
    {
        var host = service.Client.BaseAddress!;
        var sent = head.Replace("{9000}", new('a', 9000), StringComparison.Ordinal).Replace("{40000}", new('a', 40_000), StringComparison.Ordinal)
            .Replace("{many}", string.Concat(Enumerable.Range(0, 120).Select(number => $"X-{number}: a\r\n")), StringComparison.Ordinal)
            .Replace("{host}", host.Authority, StringComparison.Ordinal);
        using var client = new TcpClient();
        await client.ConnectAsync(host.Host, host.Port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(sent + "Connection: close\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadToEndAsync();

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains("RateLimit: ", answer, StringComparison.Ordinal);
        if (slug is not null) Assert.Contains($"/problems/{slug}", answer, StringComparison.Ordinal);
    }

    private static TheoryData<string, string, string, string, string> Each(string[] codings)
    {
        var rows = new TheoryData<string, string, string, string, string>();
        foreach (var (method, address, mediaType, body) in Ways)
        {
            foreach (var coding in codings) rows.Add(method, address, mediaType, body, coding);
        }

        return rows;
    }

    /// <summary>A body with so much more in it that its end lies well behind what is read of it at once.</summary>
    private static byte[] Noise(string body)
    {
        var random = new Random(7);
        var noise = string.Concat(Enumerable.Range(0, 40_000).Select(_ => (char)('a' + random.Next(26))));
        return Encoding.UTF8.GetBytes(body.Replace("Two died.", $"Two died. {noise}", StringComparison.Ordinal).Replace("Kursk", noise, StringComparison.Ordinal)
            .Replace("A desk", noise, StringComparison.Ordinal).Replace("Seen.", noise, StringComparison.Ordinal));
    }

    private static byte[] Pack(string coding, byte[] body)
    {
        var packed = new MemoryStream();
        using (Stream packing = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            packing.Write(body);
        }

        return packed.ToArray();
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string address, string mediaType, byte[] body, string? coding, bool isChunked = false)
    {
        using var request = new HttpRequestMessage(new(method), Review.Api + address)
        {
            Content = new ByteArrayContent(body),
            Headers = { Authorization = new("Bearer", Service.AdminKey), TransferEncodingChunked = isChunked },
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        if (coding is not null) request.Content.Headers.ContentEncoding.Add(coding);
        if (method == "PATCH" || address.EndsWith("decisions", StringComparison.Ordinal)) request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await service.Client.SendAsync(request);
    }
}
