using CasualtyApi.Features.Aggregates;
using CasualtyApi.Features.Changes;
using CasualtyApi.Features.Claims;
using CasualtyApi.Features.Claims.Rendering;
using CasualtyApi.Features.Codebook;
using CasualtyApi.Features.Comparisons;
using CasualtyApi.Features.Documents;
using CasualtyApi.Features.Exports;
using CasualtyApi.Features.Extraction;
using CasualtyApi.Features.Health;
using CasualtyApi.Features.Keys;
using CasualtyApi.Features.Ledger;
using CasualtyApi.Features.Parties;
using CasualtyApi.Features.Places;
using CasualtyApi.Features.Sources;
using CasualtyApi.Features.Statements;
using CasualtyApi.Http;
using CasualtyApi.Http.Writes;
using CasualtyApi.Pages;
using CasualtyApi.Queries;
using CasualtyApi.Queries.Held;
using FluentValidation;

namespace CasualtyApi.Hosting;

/// <summary>The one list of what this service offers.</summary>
internal static class FeatureMap
{
    public static WebApplicationBuilder AddFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<RouteOptions>(options => options.SetParameterPolicy<NumberConstraint>(NumberConstraint.Name));
        builder.Services.AddScoped<LedgerView>();
        builder.Services.AddSingleton<RunningRequests>();
        builder.Services.AddSingleton<ClaimNames>();
        builder.Services.AddSingleton<HeldLedger>().AddSingleton<HeldViews>().AddHostedService<HeldReading>();
        builder.Services.AddOptions<SecurityTxtOptions>().BindConfiguration(SecurityTxtOptions.Section);
        LedgerEndpoints.AddServices(builder.Services);
        ChangeEndpoints.AddServices(builder.Services);
        ClaimEndpoints.AddServices(builder.Services);
        ReadingRoom.AddServices(builder.Services);
        builder.Services.AddValidatorsFromAssembly(typeof(FeatureMap).Assembly, ServiceLifetime.Singleton, includeInternalTypes: true);
        builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Apply(options.SerializerOptions));
        return builder;
    }

    public static WebApplication MapFeatures(this WebApplication app)
    {
        var api = app.MapGroup(Links.Root).AddEndpointFilter<AcceptFilter>().AddEndpointFilter<StrictQueryFilter>();
        SourceEndpoints.Map(api);
        PartyEndpoints.Map(api);
        PlaceEndpoints.Map(api);
        DocumentEndpoints.Map(api);
        StatementEndpoints.Map(api);
        ClaimEndpoints.Map(api);
        ComparisonEndpoints.Map(api);
        AggregateEndpoints.Map(api);
        ExtractionEndpoints.Map(api);
        ChangeEndpoints.Map(api);
        LedgerEndpoints.Map(api);
        ExportEndpoints.Map(api);
        CodebookEndpoints.Map(api);
        KeyEndpoints.Map(api);
        HealthEndpoints.Map(app);
        ReadingRoom.Map(app);
        SecurityTxt.Map(app);
        return app;
    }
}
