using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Store.Search;

/// <summary>Who bears a name.</summary>
public static class SourceBearers
{
    /// <summary>The named sources that bear one of these names, as theirs or as another name of theirs.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="names">As <see cref="Folding.Fold"/> has them.</param>
    /// <remarks>Their ids come from one index each: PostgreSQL would answer the two conditions, joined by "or", by reading every source.</remarks>
    public static IQueryable<Source> NamedSources(this CasualtyDbContext db, IReadOnlyCollection<string> names)
    {
        var bearers = db.Sources.Where(source => EF.Parameter(names).Contains(source.NameFolded)).Select(source => source.Id)
            .Concat(db.SourceAliases.Where(alias => EF.Parameter(names).Contains(alias.AliasFolded)).Select(alias => alias.SourceId));
        return db.Sources.Where(source => source.Kind != SourceKind.Unnamed && bearers.Contains(source.Id));
    }
}
