using CasualtyApi.Queries;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace CasualtyApi.Pages.Frame;

/// <summary>What seals the tokens of forms and the cookies of reviewers: keys in the database, so that neither a restart nor another process voids them.</summary>
internal static class FormSeals
{
    public static void Add(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CasualtyApi");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new FormKeys(scopes));
    }
}
