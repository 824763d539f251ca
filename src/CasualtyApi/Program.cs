using CasualtyApi.Hosting;
using CasualtyApi.Ingest;

var builder = WebApplication.CreateBuilder(ContentRoot.Options(args));
builder.AddLogging().AddSecurity().AddWeb().AddStore().AddIngest().AddFeatures().AddOpenApi();

var app = builder.Build();
app.UseWeb().MapOpenApi().MapFeatures();
return await app.RunOnStoreAsync(first: Seeding.KeepSeedsAsync);
