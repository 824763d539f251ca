using CasualtyApi.Hosting;

var builder = WebApplication.CreateBuilder(ContentRoot.Options(args));
builder.AddLogging().AddSecurity().AddWeb().AddStore().AddFeatures().AddOpenApi();

var app = builder.Build();
app.UseWeb().MapOpenApi().MapFeatures();
return await app.RunOnStoreAsync();
