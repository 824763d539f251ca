using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CasualtyApi.Tests;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CasualtyApi.BrowserTests;

/// <summary>A fresh install on Kestrel, and a Chromium to look at it with. Both start when a test that was not skipped asks for a page.</summary>
public sealed class BrowsedService : IAsyncLifetime
{
    /// <summary>As Debian calls the program and its package.</summary>
    internal const string Chromium = "chromium";

    internal const string AdminKey = "the-admin-key-of-the-service-that-is-browsed";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("casualty-browser-");
    private WebApplicationFactory<Program>? service;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (service is not null) await service.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>Articles that the service keeps besides those it ships; written before the first page is opened.</summary>
    internal Dictionary<string, string> Articles { get; } = [];

    /// <summary>An article with two tolls of one event, which do not meet.</summary>
    internal void KeepTwoTolls()
    {
        Articles["toll.txt"] = "The defence ministry of Ukraine said on Monday that 120 Russian soldiers were killed in Bakhmut. "
            + "The Russian defence ministry said 15 Russian soldiers were killed in Bakhmut.";
        Articles["toll.json"] = """{"title":"Two tolls","publisher":"The Paper","date":"2024-03-05"}""";
    }

    /// <summary>What the service's clock shows, beyond what the machine's does.</summary>
    internal ShiftedClock Clock { get; } = new();

    /// <summary>Makes a key, and gives its secret.</summary>
    internal async Task<string> MakeKeyAsync(string role, DateTimeOffset? expiresAt = null)
    {
        var made = await CallAsync(HttpMethod.Post, "/api/v1/keys", new { name = role, role, expiresAt });
        return made.GetProperty("secret").GetString()!;
    }

    /// <summary>Calls an operation as the admin, whatever state a record is in.</summary>
    internal async Task<JsonElement> CallAsync(HttpMethod method, string address, object? body = null)
    {
        service ??= StartService();
        using var client = new HttpClient { BaseAddress = new(Address) };
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new("Bearer", AdminKey);
        if (body is not null) request.Content = JsonContent.Create<object>(body, new MediaTypeHeaderValue(method == HttpMethod.Patch ? "application/merge-patch+json" : "application/json"));
        if (method == HttpMethod.Patch || address.EndsWith("/decisions", StringComparison.Ordinal)) request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
        using var answer = await client.SendAsync(request);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, said);
        return JsonDocument.Parse(said).RootElement;
    }

    /// <summary>Opens a page, as a wide screen shows it unless another way of looking is given.</summary>
    internal async Task<SeenPage> OpenAsync(string address, BrowserNewPageOptions? looking = null)
    {
        service ??= StartService();
        browser ??= await StartBrowserAsync();
        looking ??= new();
        looking.BaseURL = Address;
        looking.ViewportSize ??= Screen.Wide;
        var seen = new SeenPage(await browser.NewPageAsync(looking));
        await seen.GoAsync(address);
        return seen;
    }

    private string Address => service!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    private WebApplicationFactory<Program> StartService()
    {
        var seeds = folder.CreateSubdirectory("seeds").FullName;
        foreach (var shipped in Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds"))) File.Copy(shipped, Path.Combine(seeds, Path.GetFileName(shipped)));
        foreach (var (name, text) in Articles) File.WriteAllText(Path.Combine(seeds, name), text);
        var started = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Database:ConnectionString", Path.Combine(folder.FullName, "casualty.db"))
            .UseSetting("Seeds:Path", seeds)
            .UseSetting("urls", "http://127.0.0.1:0")
            .UseSetting("CASUALTY_ADMIN_KEY", AdminKey)
            .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock)));
        started.UseKestrel();
        started.StartServer();
        return started;
    }

    private async Task<IBrowser> StartBrowserAsync()
    {
        await Programs.InstallAsync(Chromium, Chromium);
        playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Programs.PathOf(Chromium),
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
        });
    }
}
