namespace CasualtyApi.Hosting;

/// <summary>
/// The folder that relative paths of the configuration are seen from: the program's own, never the caller's current one,
/// because another folder must not mean another, empty database. <c>dotnet run</c> names the project's folder with
/// <c>--contentRoot</c> (see CasualtyApi.csproj).
/// </summary>
internal static class ContentRoot
{
    private static readonly string[] Variables = ["ASPNETCORE_CONTENTROOT", "DOTNET_CONTENTROOT"];

    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ContentRootPath = IsNamed(args) ? null : AppContext.BaseDirectory,
    };

    private static bool IsNamed(string[] args) =>
        args.Any(argument => argument.TrimStart('-', '/').StartsWith("contentRoot", StringComparison.OrdinalIgnoreCase))
        || Variables.Any(variable => Environment.GetEnvironmentVariable(variable) is { Length: > 0 });
}
