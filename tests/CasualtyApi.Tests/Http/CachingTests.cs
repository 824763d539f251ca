using System.IO.Compression;
using System.Net;

namespace CasualtyApi.Tests.Http;

[Collection(SeededService.Name)]
public sealed class CachingTests(Service service)
{
    [Theory]
    [InlineData("/api/v1/claims?limit=2")]
    [InlineData("/api/v1/claims/3")]
    [InlineData("/api/v1/claims/3/revisions")]
    [InlineData("/api/v1/sources")]
    [InlineData("/api/v1/sources/3")]
    [InlineData("/api/v1/statements/4")]
    [InlineData("/api/v1/documents/1")]
    [InlineData("/api/v1/documents/1/text")]
    [InlineData("/api/v1/changes")]
    [InlineData("/api/v1/codebook")]
    public async Task What_has_not_changed_is_not_sent_again(string address)
    {
        using var first = await service.SendAsync(HttpMethod.Get, address);
        var etag = first.Headers.ETag!.ToString();
        using var again = await service.SendAsync(HttpMethod.Get, address, ("If-None-Match", etag));
        using var weakly = await service.SendAsync(HttpMethod.Get, address, ("If-None-Match", $"\"other\", W/{etag}"));
        using var other = await service.SendAsync(HttpMethod.Get, address, ("If-None-Match", "\"other\""));

        Assert.False(first.Headers.ETag.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(etag, again.Headers.ETag!.ToString());
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, weakly.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task The_validator_of_a_list_tells_queries_apart_but_not_their_spelling()
    {
        Assert.NotEqual(await ETagAsync("/api/v1/claims"), await ETagAsync("/api/v1/claims?limit=1"));
        Assert.NotEqual(await ETagAsync("/api/v1/claims"), await ETagAsync("/api/v1/sources"));
        Assert.Equal(await ETagAsync("/api/v1/claims?limit=1&scope=period"), await ETagAsync("/api/v1/claims?scope=period&limit=1"));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Each_content_coding_has_its_own_validator(string coding)
    {
        using var plain = await service.SendAsync(HttpMethod.Get, "/api/v1/claims");
        using var packed = await service.SendAsync(HttpMethod.Get, "/api/v1/claims", ("Accept-Encoding", coding));
        var body = await packed.Content.ReadAsStreamAsync();
        await using Stream unpacked = coding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);

        Assert.Equal(coding, packed.Content.Headers.ContentEncoding.Single());
        Assert.EndsWith($"-{coding}\"", packed.Headers.ETag!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("-identity\"", plain.Headers.ETag!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData("/api/v1/claims/3", "public, no-cache")]
    [InlineData("/api/v1/claims", "public, no-cache")]
    [InlineData("/api/v1/documents/1/text", "public, max-age=31536000, immutable")]
    [InlineData("/status", "no-store")]
    [InlineData("/health/ready", "no-store")]
    [InlineData("/api/v1/claims/99", "no-store")]
    public async Task Every_answer_says_how_long_it_is_true(string address, string cacheControl)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, address);

        Assert.Equal(
            cacheControl.Split(", ").Order(), answer.Headers.GetValues("Cache-Control").SelectMany(value => value.Split(", ")).Order());
    }

    [Fact]
    public async Task A_list_says_which_position_it_shows()
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/api/v1/claims");
        var page = await service.GetAsync("/api/v1/claims");

        Assert.Equal(page.GetProperty("position").GetRawText(), answer.Headers.GetValues("Ledger-Position").Single());
    }

    [Theory]
    [InlineData("/api/v1/claims", HttpStatusCode.OK)]
    [InlineData("/api/v1/claims/3", HttpStatusCode.OK)]
    [InlineData("/api/v1/documents/1/text", HttpStatusCode.OK)]
    [InlineData("/api/v1/claims/99", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/claims?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/swagger/index.html", HttpStatusCode.OK)]
    public async Task Head_answers_as_get_without_the_body(string address, HttpStatusCode status)
    {
        using var get = await service.SendAsync(HttpMethod.Get, address);
        using var head = await service.SendAsync(HttpMethod.Head, address);

        Assert.Equal(status, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    private async Task<string> ETagAsync(string address)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, address);
        return answer.Headers.ETag!.ToString();
    }
}
