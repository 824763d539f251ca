using System.Reflection;

namespace CasualtyApi.Http;

internal static class ServiceVersion
{
    /// <summary>Of this service, as the project file has it.</summary>
    public static string Value { get; } =
        typeof(ServiceVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
