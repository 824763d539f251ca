namespace CasualtyApi.Queries;

/// <summary>The addresses of this API.</summary>
internal static class Links
{
    public const string Root = "/api/v1";

    public static string To(string list, long id) => $"{Root}/{list}/{id}";
}
