using Microsoft.AspNetCore.Http.Extensions;

namespace CasualtyApi.Pages.Frame;

/// <summary>The query a page was asked for by, and others made of it.</summary>
internal static class Asked
{
    /// <summary>The same query with some parameters set, or, where null, left out; it begins with "?" unless it is empty.</summary>
    public static string With(HttpRequest request, params (string Name, string? Value)[] changes) => With(request.Query, changes);

    public static string With(IQueryCollection asked, params (string Name, string? Value)[] changes)
    {
        var query = new QueryBuilder(asked.Where(pair => changes.All(change => change.Name != pair.Key)));
        foreach (var (name, value) in changes)
        {
            if (value is not null) query.Add(name, value);
        }

        return query.ToString();
    }
}
