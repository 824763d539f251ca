using CasualtyApi.Extraction;

namespace CasualtyApi.Ingest;

/// <summary>The reading of articles in the host, and what every start reads first.</summary>
internal static class Seeding
{
    public static WebApplicationBuilder AddIngest(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SeedOptions>().BindConfiguration(SeedOptions.Section);
        builder.Services.AddOptions<ExtractionOptions>().BindConfiguration(ExtractionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<ArticleKeeper>();
        builder.Services.AddScoped<Seeds>();

        // The vocabulary loads while the database is made ready: whoever needs it first waits for what is left.
        _ = Task.Run(() => ArticleReader.Default);
        return builder;
    }

    /// <summary>Keeps the seeds that are new, in a prepared store.</summary>
    public static async Task KeepSeedsAsync(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Seeds>().KeepAsync(cancellationToken);
    }
}
