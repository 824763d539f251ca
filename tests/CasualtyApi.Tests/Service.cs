using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CasualtyApi.Extraction;
using CasualtyApi.Ingest;
using CasualtyApi.Store;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Keys;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Terms;
using CasualtyApi.Tests.Contract;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CasualtyApi.Tests;

/// <summary>The whole service on Kestrel, at a port of its own, with a database of its own: a fresh install, its seeds read.</summary>
public class Service : IAsyncLifetime
{
    /// <summary>The key of the admin every service of a test has: key 1.</summary>
    internal const string AdminKey = "the-admin-key-of-every-service-of-a-test";

    private readonly ConcurrentDictionary<Role, Task<string>> _keys = [];
    private readonly ServiceDatabase _database = new();
    private readonly WebApplicationFactory<Program> _factory;

    public Service()
        : this([])
    {
    }

    private protected Service(params (string Name, string Value)[] settings)
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("CASUALTY_ADMIN_KEY", AdminKey);
            host.UseSetting("Database:WaitSeconds", "120");
            foreach (var kind in (string[])["Reads", "Writes", "Extractions", "KeyReads", "KeyWrites", "KeyExtractions"])
            {
                host.UseSetting($"RateLimits:{kind}PerMinute", "1000000000");
            }

            host.ConfigureServices(Configure);
            foreach (var (name, value) in _database.Settings.Concat(settings))
            {
                host.UseSetting(name, value);
            }
        });
        _factory.UseKestrel();
    }

    /// <summary>Holds answers against the OpenAPI document. Follows no redirect and unpacks no content coding, so that answers are seen as they are sent.</summary>
    internal HttpClient Client { get; private set; } = null!;

    private protected IServiceProvider Services => _factory.Services;

    public async Task InitializeAsync()
    {
        await _database.CreateAsync();
        await BeforeStartAsync();
        _factory.StartServer();
        var address = _factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new(new ContractHandler(new SocketsHttpHandler { AllowAutoRedirect = false })) { BaseAddress = new(address) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _factory.DisposeAsync();
        await _database.DropAsync();
    }

    private protected virtual Task BeforeStartAsync() => Task.CompletedTask;

    private protected virtual void Configure(IServiceCollection services)
    {
    }

    /// <summary>Keeps an article with a reading made by hand.</summary>
    internal async Task<long> KeepAsync(Article article, Reading reading)
    {
        await using var scope = _factory.Services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<ArticleKeeper>()
            .KeepAsync(article, reading, ChangeLog.Engine, CancellationToken.None);
        return kept.DocumentId;
    }

    /// <summary>A key of a role, made when it is first asked for.</summary>
    internal Task<string> KeyAsync(Role role) => _keys.GetOrAdd(role, one => IssueAsync(one));

    /// <summary>Makes a key of its own.</summary>
    internal async Task<string> IssueAsync(Role role, DateTimeOffset? expiresAt = null)
    {
        await using var scope = _factory.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<KeyRing>().IssueAsync($"a {role} of a test", role, expiresAt?.ToUnixTimeMilliseconds());
        return made.Secret;
    }

    /// <summary>Changes records through the ledger, as the writing operations do.</summary>
    internal async Task<long> ChangeAsync(Func<CasualtyDbContext, LedgerTransaction, Task> change)
    {
        await using var scope = _factory.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CasualtyDbContext>();
        await using var ledger = await scope.ServiceProvider.GetRequiredService<ChangeLog>().BeginAsync(context, "key:1");
        await change(context, ledger);
        var position = await ledger.CommitAsync();
        context.ChangeTracker.Clear();
        return position;
    }

    /// <summary>Changes one record; with a log of its own, as another process would.</summary>
    internal async Task ChangeAsync<TRecord>(
        ChangeLog? log, Func<CasualtyDbContext, Task<TRecord>> find, Action<TRecord> edit, ChangeKind kind) where TRecord : LedgerRecord
    {
        await using var scope = _factory.Services.CreateAsyncScope();
        await using var own = log is null ? null : Open();
        var context = own ?? scope.ServiceProvider.GetRequiredService<CasualtyDbContext>();
        await using var ledger = await (log ?? scope.ServiceProvider.GetRequiredService<ChangeLog>()).BeginAsync(context, "key:1");
        var record = await find(context);
        ledger.Change(record, kind, "A test.");
        edit(record);
        await ledger.CommitAsync();
    }

    internal string SigningKeyFile => _database.SigningKeyFile;

    internal CasualtyDbContext Open() => _database.Open();

    internal async Task<JsonElement> GetAsync(string address, int status = 200)
    {
        using var answer = await Client.GetAsync(address);
        return await ReadAsync(answer, status);
    }

    internal async Task<JsonElement> PostAsync(string body, string mediaType, int status = 200) =>
        await PostAsync(Encoding.UTF8.GetBytes(body), mediaType, status);

    internal async Task<JsonElement> PostAsync(byte[] body, string mediaType, int status = 200)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        using var answer = await Client.PostAsync("/api/v1/extractions", content);
        return await ReadAsync(answer, status);
    }

    /// <summary>Sends JSON with a key, the admin's unless another is named.</summary>
    internal async Task<HttpResponseMessage> WriteAsync(HttpMethod method, string address, string? json, string key = AdminKey, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address) { Headers = { Authorization = new("Bearer", key) } };
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    internal async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    internal static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, int status)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} instead of {status}: {body}");
        using var json = JsonDocument.Parse(body);
        return json.RootElement.Clone();
    }
}
