using CasualtyApi.Commands;
using CasualtyApi.Hosting;
using CasualtyApi.Ingest;

var builder = WebApplication.CreateBuilder(ContentRoot.Options(args));
builder.AddLogging().AddStore();
if (CommandLine.IsIn(args)) return await CommandLine.RunAsync(args, builder.Build().Services);
builder.AddTelemetry().AddSecurity().AddWeb().AddIngest().AddFeatures().AddOpenApi();

var app = builder.Build();
app.UseWeb().MapOpenApi().MapFeatures();
return await app.RunOnStoreAsync(FirstKey.EnsureAsync, Seeding.KeepSeedsAsync);
