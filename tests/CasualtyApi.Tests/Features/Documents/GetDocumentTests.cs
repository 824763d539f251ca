using System.Security.Cryptography;

namespace CasualtyApi.Tests.Features.Documents;

[Collection(SeededService.Name)]
public sealed class GetDocumentTests(Service service)
{
    [Fact]
    public async Task A_documents_text_is_the_bytes_its_hash_is_of()
    {
        var document = await service.GetAsync("/api/v1/documents/1");
        using var text = await service.SendAsync(HttpMethod.Get, document.GetProperty("links").GetProperty("text").GetString()!);
        var bytes = await text.Content.ReadAsByteArrayAsync();

        Assert.Equal("text/plain; charset=utf-8", text.Content.Headers.ContentType!.ToString());
        Assert.Equal(document.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal(5071, document.GetProperty("length").GetInt32());
    }

    [Fact]
    public async Task A_document_without_a_title_goes_by_its_first_words()
    {
        var document = (await service.GetAsync("/api/v1/documents")).GetProperty("items")[0];

        Assert.Equal("null", document.GetProperty("title").GetRawText());
        Assert.Equal("Recent reports indicate significant losses among North", document.GetProperty("label").GetString());
        Assert.Equal(
            (await service.GetAsync("/api/v1/statements?document=1")).GetProperty("total").GetInt32(), document.GetProperty("statements").GetInt32());
        Assert.Equal(6, document.GetProperty("claims").GetInt32());
    }

    [Fact]
    public async Task Every_link_of_a_document_answers()
    {
        var links = (await service.GetAsync("/api/v1/documents/1")).GetProperty("links");
        foreach (var link in links.EnumerateObject())
        {
            using var answer = await service.SendAsync(HttpMethod.Get, link.Value.GetString()!);
            Assert.True(answer.IsSuccessStatusCode, link.Name);
        }
    }
}
