using CasualtyApi.Hosting;
using CasualtyApi.Ingest;

var builder = WebApplication.CreateBuilder(ContentRoot.Options(args));
builder.AddStore().AddIngest();

var app = builder.Build();
return await app.RunOnStoreAsync(first: Seeding.KeepSeedsAsync);
