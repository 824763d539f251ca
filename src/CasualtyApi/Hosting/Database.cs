using CasualtyApi.Store;
using CasualtyApi.Store.Keys;
using CasualtyApi.Store.Ledger;
using CasualtyApi.Store.Postgres;
using CasualtyApi.Store.Sqlite;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CasualtyApi.Hosting;

/// <summary>The store in the host: who gets which context, and what must be true before the first request.</summary>
internal static class Database
{
    /// <summary>The exit code of a service that refuses its database.</summary>
    private const int Refused = 3;

    public static WebApplicationBuilder AddStore(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new ChangeLog(services.GetRequiredService<TimeProvider>(), TimeSpan.FromSeconds(Options(services).WaitSeconds)));
        builder.Services.AddScoped<KeyRing>();
        builder.Services.AddSingleton(services => new LedgerWriter(services.GetRequiredService<ChangeLog>(), () => OpenApart(services), Options(services).ReservedBytes));
        builder.Services.AddDbContextPool<SqliteCasualtyDbContext>((services, options) => options.UseCasualtySqlite(Named(services), Folder(services)));
        builder.Services.AddDbContextPool<PostgresCasualtyDbContext>((services, options) => options.UseCasualtyPostgres(Named(services)));
        builder.Services.AddScoped<CasualtyDbContext>(services => IsPostgres(services)
            ? services.GetRequiredService<PostgresCasualtyDbContext>()
            : services.GetRequiredService<SqliteCasualtyDbContext>());
        builder.Services.AddSingleton(services => IsPostgres(services)
            ? PostgresStore.Position(Named(services))
            : SqliteStore.Position(Named(services), Folder(services)));
        builder.Services.AddSingleton(services => IsPostgres(services)
            ? PostgresStore.KeyRows(Named(services))
            : SqliteStore.KeyRows(Named(services), Folder(services)));
        return builder;
    }

    private static CasualtyDbContext OpenApart(IServiceProvider services) => IsPostgres(services)
        ? ActivatorUtilities.CreateInstance<PostgresCasualtyDbContext>(services)
        : ActivatorUtilities.CreateInstance<SqliteCasualtyDbContext>(services);

    private static bool IsPostgres(IServiceProvider services) => Options(services).IsPostgres;

    private static string Named(IServiceProvider services) => Options(services).ConnectionString;

    private static DatabaseOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<DatabaseOptions>>().Value;

    private static string Folder(IServiceProvider services) => services.GetRequiredService<IHostEnvironment>().ContentRootPath;

    /// <summary>Brings the database to this version's schema.</summary>
    /// <exception cref="StoreRefusedException">It cannot be served from.</exception>
    public static async Task PrepareStoreAsync(this WebApplication app, CancellationToken cancellationToken = default)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CasualtyDbContext>();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        await (Options(scope.ServiceProvider).Migrate ? context.PrepareAsync(clock, cancellationToken) : context.PrepareMigratedAsync(clock, cancellationToken));
    }

    private static async Task<bool> TakesChangesAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CasualtyDbContext>().BehindAsync(app.Lifetime.ApplicationStopping) is null;
    }

    /// <summary>Prepares the store, does what comes first, and serves until stopped.</summary>
    /// <param name="app">The service.</param>
    /// <param name="first">What is done on the prepared store before the first request, in order; on a standby whoever writes has done it.</param>
    /// <returns>The exit code; a refused database, an option that is no number and an address in use are one line on stderr and 3.</returns>
    public static async Task<int> RunOnStoreAsync(this WebApplication app, params Func<IServiceProvider, CancellationToken, Task>[] first)
    {
        try
        {
            await app.PrepareStoreAsync(app.Lifetime.ApplicationStopping);
            if (await app.TakesChangesAsync())
            {
                foreach (var step in first) await step(app.Services, app.Lifetime.ApplicationStopping);
            }

            await app.RunAsync();
            return 0;
        }
        catch (Exception refusal) when (refusal is StoreRefusedException or OptionsValidationException
            or InvalidOperationException { InnerException: FormatException or ArgumentException }
            or IOException { InnerException: AddressInUseException })
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return Refused;
        }
    }
}
