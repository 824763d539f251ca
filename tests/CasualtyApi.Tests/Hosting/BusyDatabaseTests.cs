using System.Diagnostics;
using System.Net;
using CasualtyApi.Ingest;
using CasualtyApi.Store;
using CasualtyApi.Store.Sqlite;
using CasualtyApi.Tests.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CasualtyApi.Tests.Hosting;

/// <summary>A service whose database somebody else can take hold of.</summary>
public sealed class SharedFileService : Service
{
    public SharedFileService()
        : base(("Database:WaitSeconds", "4"))
    {
    }

    internal string Database { get; private set; } = "";

    private protected override void Configure(IServiceCollection services) =>
        services.AddOptions<CasualtyApi.Hosting.DatabaseOptions>().PostConfigure(options => Database = options.ConnectionString);

    /// <summary>
    /// What another process does that writes for long. While the service has the file open nobody gets it alone; so it first
    /// lets go of what it keeps open between requests, as a service does that has just been started.
    /// </summary>
    internal Task<SqliteConnection> HoldAsync(params string[] locks) =>
        FileHeldAlone.HoldAsync(Database, Services.GetRequiredService<LedgerPosition>(), locks);
}

public sealed class BusyDatabaseTests(SharedFileService service) : IClassFixture<SharedFileService>
{
    /// <summary>Four seconds of patience and what a loaded machine adds to them; SQLite's own half a minute lies beyond.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private const string ToWrite = "BEGIN IMMEDIATE";

    private static readonly string[] AllForItself = ["PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "UPDATE counters SET value = value"];

    [Theory]
    [InlineData("/api/v1/claims", false)]
    [InlineData("/api/v1/claims", true)]
    [InlineData("/health/ready", false)]
    public async Task A_database_that_another_process_holds_is_a_503_that_says_when_to_come_back(string address, bool hasKey)
    {
        using (await service.HoldAsync(AllForItself))
        {
            var waited = Stopwatch.StartNew();
            using var answer = await (hasKey ? service.WriteAsync(HttpMethod.Get, address, null) : service.SendAsync(HttpMethod.Get, address));

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
            Assert.InRange(waited.Elapsed, TimeSpan.Zero, Longest);
        }

        using var after = await service.SendAsync(HttpMethod.Get, address);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task A_writer_elsewhere_holds_up_no_reader_and_a_keeper_not_for_long()
    {
        const string Text = "The mayor said three people were killed.";
        using (await service.HoldAsync(ToWrite))
        {
            using var answer = await service.SendAsync(HttpMethod.Get, "/api/v1/claims");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

            var waited = Stopwatch.StartNew();
            var busy = await Assert.ThrowsAnyAsync<Exception>(() => service.KeepAsync(new Article(Text, "post"), new HandReading(Text).Reading));

            Assert.Equal(StoreTrouble.Busy, new SqliteCasualtyDbContext(new()).TroubleIn(busy));
            Assert.InRange(waited.Elapsed, TimeSpan.Zero, Longest);
        }

        Assert.True(await service.KeepAsync(new Article(Text, "post"), new HandReading(Text).Reading) > 1);
    }
}
