using CasualtyApi.Hosting;
using CasualtyApi.Ingest;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CasualtyApi.Tests;

/// <summary>A folder of seeds, and the service's own start over it.</summary>
internal sealed class TestSeeds : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("casualty-seeds-");

    public string Folder => folder.FullName;

    public TestSeeds Write(string name, string content) => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    public TestSeeds Write(string name, byte[] content)
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, name), content);
        return this;
    }

    /// <summary>Starts the service up to where it would listen.</summary>
    /// <returns>What it logged as errors.</returns>
    public async Task<List<string>> StartAsync(TestDatabase database, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(ContentRoot.Options(
            [.. settings, .. database.Settings.Select(setting => $"--{setting.Name}={setting.Value}"), $"--Seeds:Path={Folder}"]));
        using var log = new ErrorLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.AddStore().AddIngest();
        await using var app = builder.Build();
        await app.PrepareStoreAsync();
        await Seeding.KeepSeedsAsync(app.Services);
        return log.Lines;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Lines.Add(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
