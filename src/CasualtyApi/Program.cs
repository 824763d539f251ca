using CasualtyApi.Hosting;

var builder = WebApplication.CreateBuilder(ContentRoot.Options(args));
builder.AddStore();

var app = builder.Build();
return await app.RunOnStoreAsync();
