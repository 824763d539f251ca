using System.Globalization;
using CasualtyApi.Http;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.Extensions;

namespace CasualtyApi.Queries.Subjects;

/// <summary>Where to go on from what claims say together.</summary>
/// <param name="Claims">The selected claims: of an item, those of its party and category, all used and excluded ones among them.</param>
internal sealed record SubjectLinks(string Claims)
{
    private static readonly string[] Own = ["method", ClaimFilter.Collapse.Name, PageFields.Limit.Name, PageFields.Cursor.Name];

    /// <summary>All claims that were selected.</summary>
    public static SubjectLinks Of(IQueryCollection asked) =>
        new(Links.Root + "/claims" + new QueryBuilder(asked.Where(pair => !Own.Contains(pair.Key))));

    /// <summary>Those of one party and category.</summary>
    public static SubjectLinks Of(IQueryCollection asked, SubjectResponse subject)
    {
        string[] replaced = [.. Own, ClaimFilter.Party.Name, ClaimFilter.Category.Name];
        return new(Links.Root + "/claims" + new QueryBuilder(asked.Where(pair => !replaced.Contains(pair.Key)))
        {
            { ClaimFilter.Party.Name, subject.Party.Id.ToString(CultureInfo.InvariantCulture) },
            { ClaimFilter.Category.Name, Kebab.Of(subject.Category) },
        });
    }
}
