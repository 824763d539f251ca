using CasualtyApi.Tests;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
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

    /// <summary>Opens a page, as a wide screen shows it unless another way of looking is given.</summary>
    internal async Task<SeenPage> OpenAsync(string address, BrowserNewPageOptions? looking = null)
    {
        service ??= StartService();
        browser ??= await StartBrowserAsync();
        looking ??= new();
        looking.BaseURL = service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        looking.ViewportSize ??= Screen.Wide;
        var seen = new SeenPage(await browser.NewPageAsync(looking));
        await seen.GoAsync(address);
        return seen;
    }

    private WebApplicationFactory<Program> StartService()
    {
        var seeds = folder.CreateSubdirectory("seeds").FullName;
        foreach (var shipped in Directory.EnumerateFiles(Path.Combine(Repository.Root, "seeds"))) File.Copy(shipped, Path.Combine(seeds, Path.GetFileName(shipped)));
        foreach (var (name, text) in Articles) File.WriteAllText(Path.Combine(seeds, name), text);
        var started = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Database:ConnectionString", Path.Combine(folder.FullName, "casualty.db"))
            .UseSetting("Seeds:Path", seeds)
            .UseSetting("urls", "http://127.0.0.1:0")
            .UseSetting("CASUALTY_ADMIN_KEY", AdminKey));
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
