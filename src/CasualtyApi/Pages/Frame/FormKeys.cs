using CasualtyApi.Queries;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CasualtyApi.Pages.Frame;

/// <summary>The keys that seal the tokens of forms and the cookies of reviewers: in a folder beside the database, so that a restart does not void them.</summary>
internal static class FormKeys
{
    public static void Add(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CasualtyApi");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory, ILoggerFactory>((options, scopes, loggers) =>
            options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(StoreFolder.Beside(scopes, ".formkeys")), loggers));
    }
}
