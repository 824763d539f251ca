using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Tests.Features.Documents;

public sealed class AddDocumentTests(Service service) : IClassFixture<Service>
{
    private const string Documents = Review.Api + "documents";

    [Fact]
    public async Task An_article_is_read_and_kept_with_its_claims_and_their_words()
    {
        using var answer = await PostAsync("""{"text":"At least 14 people were killed in Tavira, the mayor said.","title":"Toll rises","url":"https://news.example/1","publisher":"Example News","publishedAt":"2025-01-08"}""");
        var document = await Service.ReadAsync(answer, 201);
        var address = document.GetProperty("links").GetProperty("self").GetString()!;
        Assert.Equal(address, answer.Headers.Location!.OriginalString);
        Assert.Equal(await service.TagAsync($"documents/{document.Id()}"), answer.Headers.ETag!.ToString());
        Assert.Equal(("post", "2025-01-08", "Example News"), (document.Text("origin"), document.Text("publishedAt"), document.GetProperty("publisher").Text("name")));

        var claims = await service.GetAsync(document.GetProperty("links").GetProperty("claims").GetString()!);
        var claim = claims.GetProperty("items").EnumerateArray().Single();
        var (quote, text) = (claim.GetProperty("quote"), await service.Client.GetStringAsync(address + "/text"));
        Assert.Equal(text[quote.GetProperty("start").GetInt32()..quote.GetProperty("end").GetInt32()], quote.Text("exact"));
        Assert.Equal(1, document.GetProperty("claims").GetInt32());
        Assert.Equal(claims.GetProperty("position").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture), answer.Headers.GetValues("Ledger-Position").Single());
    }

    [Fact]
    public async Task The_same_text_again_is_the_same_document_and_where_it_was_published_is_added_once()
    {
        const string Text = "Two soldiers were wounded near the bridge, the ministry said.";
        using var first = await PostAsync($$"""{"text":"{{Text}}","url":"https://one.example/"}""");
        var known = await Service.ReadAsync(first, 201);
        for (var time = 0; time < 2; time++)
        {
            using var again = await PostAsync($$"""{"text":"{{Text}}","url":"https://two.example/","publisher":"Second Paper","publishedAt":"2025-02-01"}""");
            var document = await Service.ReadAsync(again, 200);
            Assert.Equal((known.Id(), "https://one.example/"), (document.Id(), document.Text("url")));
            Assert.Equal(["https://one.example/", "https://two.example/"], document.GetProperty("publications").EnumerateArray().Select(one => one.Text("url")));
            Assert.Equal(2, document.GetProperty("revision").GetInt32());
            Assert.Equal(await service.TagAsync($"documents/{known.Id()}"), again.Headers.ETag!.ToString());
        }
    }

    [Fact]
    public async Task Bare_text_in_another_charset_is_kept_as_text_and_as_it_was_sent()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string Text = "«Погибли 14 солдат», сказал мэр.";
        var bytes = Encoding.GetEncoding("windows-1251").GetBytes(Text);
        using var answer = await PostAsync(bytes, "text/plain; charset=windows-1251", "?language=ru&title=%D0%98%D1%82%D0%BE%D0%B3");
        var document = await Service.ReadAsync(answer, 201);

        Assert.Equal(("ru", "Итог"), (document.Text("language"), document.Text("title")));
        Assert.Equal(Text, await service.Client.GetStringAsync($"{Documents}/{document.Id()}/text"));
        await using var context = service.Open();
        var kept = await context.Documents.Include(one => one.Received).SingleAsync(one => one.Id == document.Id());
        Assert.Equal(bytes, kept.Received!.Bytes);
        Assert.Equal(("text/plain; charset=windows-1251", Convert.ToHexStringLower(SHA256.HashData(bytes))), (kept.ReceivedType, kept.ReceivedSha256));
    }

    [Fact]
    public async Task Of_a_page_the_articles_text_is_kept_and_what_it_says_of_itself()
    {
        const string Page = """
            <!doctype html><html lang="en-GB"><head><title>x</title><meta property="og:title" content="Toll &amp; rescue"><meta property="og:site_name" content="Example Herald">
            <meta property="article:published_time" content="2025-03-04T23:30:00-05:00"><script>var a = "<p>999 people were killed.</p>";</script></head>
            <body><nav><a href="/">888 people were killed</a></nav><article><p>At least 21&nbsp;people were
            killed in <b>Tavira</b>, the mayor said.</p><p>Second<br>line &mdash; “quoted”.</p></article></body></html>
            """;
        using var answer = await PostAsync(Encoding.UTF8.GetBytes(Page), "text/html", "?publisher=Another%20Name");
        var document = await Service.ReadAsync(answer, 201);

        Assert.Equal("At least 21 people were killed in Tavira, the mayor said.\n\nSecond\nline — “quoted”.", await service.Client.GetStringAsync($"{Documents}/{document.Id()}/text"));
        Assert.Equal(
            ("Toll & rescue", "Another Name", "2025-03-04", "en-GB"),
            (document.Text("title"), document.GetProperty("publisher").Text("name"), document.Text("publishedAt"), document.Text("language")));
    }

    [Theory]
    [InlineData("""{"text":""}""", "application/json", 400, "bad-value")]
    [InlineData("""{"text":"a","url":"ftp://x/"}""", "application/json", 400, "bad-value")]
    [InlineData("""{"text":"a","language":"english, please"}""", "application/json", 400, "bad-value")]
    [InlineData("""{"text":"a","text":"b"}""", "application/json", 400, "duplicate-member")]
    [InlineData("""{"txt":"a"}""", "application/json", 400, "unknown-member")]
    [InlineData("""{"text":"a\u0000"}""", "application/json", 400, "bad-value")]
    [InlineData("<html><body><script>1</script></body></html>", "text/html", 422, "page-unreadable")]
    [InlineData("a", "text/plain; charset=klingon", 415, "unsupported-media-type")]
    [InlineData("a", "application/pdf", 415, "unsupported-media-type")]
    public async Task What_cannot_be_kept_says_why_and_leaves_nothing(string body, string mediaType, int status, string slug)
    {
        var before = await service.PositionAsync();
        using var answer = await PostAsync(Encoding.UTF8.GetBytes(body), mediaType);
        Assert.EndsWith(slug, (await Service.ReadAsync(answer, status)).Text("type"), StringComparison.Ordinal);
        Assert.Equal(before, await service.PositionAsync());
    }

    [Fact]
    public async Task A_page_nested_without_end_is_refused_at_once()
    {
        var page = string.Concat(Enumerable.Repeat("<div><b>", 200_000)) + "14 people were killed.";
        using var answer = await PostAsync(Encoding.UTF8.GetBytes(page), "text/html");
        Assert.EndsWith("page-unreadable", (await Service.ReadAsync(answer, 422)).Text("type"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_engine_read_belongs_to_nobody_so_who_added_the_document_may_decide_on_it()
    {
        var id = await service.AddAsync("documents", """{"text":"Twenty-six villagers were killed by the mudslide, officials said."}""", Role.Reviewer);
        var claim = (await service.GetAsync($"{Review.Api}claims?document={id}")).GetProperty("items")[0].Id();
        Assert.Equal("accepted", (await service.DecideAsync(claim, """{"decision":"accept","reason":"The words say so."}""")).Text("status"));
    }

    [Fact]
    public async Task Many_who_add_the_same_text_at_once_add_it_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync("""{"text":"Nine medics were injured at the crossing."}""")));
        Assert.Equal(1, answers.Count(answer => (int)answer.StatusCode == 201));
        Assert.Equal(19, answers.Count(answer => (int)answer.StatusCode == 200));
        foreach (var answer in answers) answer.Dispose();
    }

    private Task<HttpResponseMessage> PostAsync(string json) => service.WriteAsync(HttpMethod.Post, Documents, json);

    private async Task<HttpResponseMessage> PostAsync(byte[] body, string mediaType, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Documents + query)
        {
            Headers = { Authorization = new("Bearer", await service.KeyAsync(Role.Contributor)) },
            Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } },
        };
        return await service.Client.SendAsync(request);
    }
}
