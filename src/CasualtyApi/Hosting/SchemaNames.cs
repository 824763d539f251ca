namespace CasualtyApi.Hosting;

/// <summary>What the schemas are called: ClaimResponse is Claim, and a page of them is ClaimPage.</summary>
internal static class SchemaNames
{
    private const string Response = "Response";

    public static string Of(Type type)
    {
        var name = type.Name.Split('`')[0];
        var own = name.EndsWith(Response, StringComparison.Ordinal) ? name[..^Response.Length] : name;
        return string.Concat(type.GetGenericArguments().Select(Of)) + own;
    }
}
