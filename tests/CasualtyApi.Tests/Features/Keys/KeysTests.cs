using System.Text.Json;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Tests.Features.Keys;

public sealed class KeysTests(Service service) : IClassFixture<Service>
{
    private const string Keys = "/api/v1/keys";
    private const string Claim = "/api/v1/claims/3";

    [Fact]
    public async Task A_key_is_shown_once_and_opens_at_once()
    {
        using var made = await service.WriteAsync(HttpMethod.Post, Keys, """{"name":"A desk","role":"admin"}""");
        var key = await Service.ReadAsync(made, 201);
        var secret = key.GetProperty("secret").GetString()!;
        using var list = await service.WriteAsync(HttpMethod.Get, Keys, null, secret);
        var text = await list.Content.ReadAsStringAsync();

        Assert.Equal($"{Keys}/{key.GetProperty("id")}", made.Headers.Location!.ToString());
        Assert.True(made.Headers.CacheControl!.NoStore && list.Headers.CacheControl!.NoStore);
        Assert.Matches("^cas_[A-Za-z0-9_-]{43}$", secret);
        Assert.StartsWith(key.GetProperty("prefix").GetString()!, secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret[10..], text, StringComparison.Ordinal);
        Assert.Contains("A desk", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_from_then_on_not_even_what_needs_none()
    {
        using var made = await service.WriteAsync(HttpMethod.Post, Keys, """{"name":"Short","role":"reader"}""");
        var key = await Service.ReadAsync(made, 201);
        var secret = key.GetProperty("secret").GetString()!;
        using var before = await service.WriteAsync(HttpMethod.Get, Claim, null, secret);
        using var revoked = await service.WriteAsync(HttpMethod.Delete, $"{Keys}/{key.GetProperty("id")}", null);
        using var again = await service.WriteAsync(HttpMethod.Delete, $"{Keys}/{key.GetProperty("id")}", null);
        using var after = await service.WriteAsync(HttpMethod.Get, Claim, null, secret);

        Assert.Equal(200, (int)before.StatusCode);
        Assert.Equal(JsonValueKind.String, (await Service.ReadAsync(revoked, 200)).GetProperty("revokedAt").ValueKind);
        Assert.Equal(await revoked.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        await AssertRefusedAsync(after, 401, "key-revoked");
    }

    [Fact]
    public async Task An_expired_key_opens_nothing()
    {
        using var answer = await service.WriteAsync(HttpMethod.Get, Claim, null, await service.IssueAsync(Role.Admin, DateTimeOffset.UnixEpoch));

        await AssertRefusedAsync(answer, 401, "key-expired");
    }

    [Theory]
    [InlineData("Bearer", "key-malformed")]
    [InlineData("Bearer short", "key-malformed")]
    [InlineData("Basic dXNlcjpwYXNzd29yZC1vZi1tb3JlLXRoYW4tMzI=", "key-malformed")]
    [InlineData("Bearer cas_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "key-unknown")]
    public async Task A_bad_key_is_refused_where_none_is_needed_too(string header, string slug)
    {
        using var claim = await service.SendAsync(HttpMethod.Get, Claim, ("Authorization", header));
        using var page = await service.SendAsync(HttpMethod.Get, "/health/live", ("Authorization", header));

        await AssertRefusedAsync(claim, 401, slug);
        await AssertRefusedAsync(page, 401, slug);
    }

    [Fact]
    public async Task Without_a_key_nobody_sees_keys_and_a_lower_role_is_told_which_is_needed()
    {
        using var none = await service.SendAsync(HttpMethod.Get, Keys);
        using var low = await service.WriteAsync(HttpMethod.Post, Keys, "{}", await service.KeyAsync(Role.Reviewer));

        await AssertRefusedAsync(none, 401, "key-missing");
        await AssertRefusedAsync(low, 403, "role-too-low");
        Assert.Contains("'admin'", await low.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?api_key=x")]
    [InlineData("?category=killed&access_token=x")]
    [InlineData("?q=cas_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_key_in_an_address_is_refused(string query)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/api/v1/claims" + query);
        using var probe = await service.SendAsync(HttpMethod.Get, "/health/live" + query);

        Assert.EndsWith("key-in-query", (await Service.ReadAsync(answer, 400)).GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Equal(400, (int)probe.StatusCode);
    }

    [Fact]
    public async Task The_last_key_of_an_admin_stays()
    {
        await using var own = new OwnService();
        await own.InitializeAsync();
        using var refused = await own.WriteAsync(HttpMethod.Delete, $"{Keys}/1", null);
        await own.IssueAsync(Role.Admin, DateTimeOffset.UnixEpoch);
        using var refusedStill = await own.WriteAsync(HttpMethod.Delete, $"{Keys}/1", null);
        await own.IssueAsync(Role.Admin);
        using var done = await own.WriteAsync(HttpMethod.Delete, $"{Keys}/1", null);

        Assert.Equal((409, 409, 200), ((int)refused.StatusCode, (int)refusedStill.StatusCode, (int)done.StatusCode));
    }

    [Theory]
    [InlineData("""{"name":" ","role":"admin"}""", "bad-value")]
    [InlineData("""{"name":"a","role":"king"}""", "bad-value")]
    [InlineData("""{"name":"a","role":3}""", "wrong-type")]
    [InlineData("""{"name":"a","role":"admin","expiresAt":"2001-01-01T00:00:00Z"}""", "bad-value")]
    [InlineData("""{"name":"a","role":"admin","expiresAt":"soon"}""", "bad-value")]
    [InlineData("""{"name":"a\u0000","role":"admin"}""", "bad-value")]
    [InlineData("""{"name":"a\ud800","role":"admin"}""", "bad-value")]
    [InlineData("""{"name":"a","name":"b","role":"admin"}""", "duplicate-member")]
    [InlineData("""{"name":"a","role":"admin","roles":[]}""", "unknown-member")]
    [InlineData("""{"name":"a"}""", "bad-value")]
    [InlineData("", "malformed-json")]
    [InlineData("null", "wrong-type")]
    [InlineData("[]", "wrong-type")]
    public async Task A_key_is_not_made_of_half_a_request(string json, string slug)
    {
        using var answer = await service.WriteAsync(HttpMethod.Post, Keys, json);

        Assert.EndsWith("/" + slug, (await Service.ReadAsync(answer, 400)).GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, int status, string slug)
    {
        Assert.Equal("/problems/" + slug, (await Service.ReadAsync(answer, status)).GetProperty("type").GetString());
        Assert.StartsWith("Bearer realm=", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }
}

/// <summary>A service for one test alone.</summary>
internal sealed class OwnService(params (string Name, string Value)[] settings) : Service(settings), IAsyncDisposable
{
    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
}
