using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CasualtyApi.Store.Sqlite;

/// <summary>In which order rows that were added can be written: whatever a row points to stands before it.</summary>
internal static class AddedRows
{
    /// <param name="added">The rows, in any order.</param>
    /// <returns>The same rows.</returns>
    public static IReadOnlyList<object> InOrder(IReadOnlyCollection<EntityEntry> added)
    {
        var byKey = added.ToDictionary(entry => (entry.Metadata, Key(entry.Metadata.FindPrimaryKey()!.Properties, entry.Entity)!));
        var (ordered, entered) = (new List<object>(added.Count), new HashSet<object>(added.Count, ReferenceEqualityComparer.Instance));
        foreach (var entry in added) Add(entry);
        return ordered;

        // Of two that point to each other neither can be the first: the database refuses what comes of it.
        void Add(EntityEntry entry)
        {
            if (!entered.Add(entry.Entity)) return;
            foreach (var reference in entry.Metadata.GetForeignKeys())
            {
                if (Key(reference.Properties, entry.Entity) is { } key && byKey.TryGetValue((reference.PrincipalEntityType, key), out var principal) && principal.Entity != entry.Entity) Add(principal);
            }

            ordered.Add(entry.Entity);
        }
    }

    /// <summary>What a row has in the columns of a key; null where it points to nothing.</summary>
    private static object? Key(IReadOnlyList<IReadOnlyProperty> columns, object row) => columns is [IProperty only] ? only.GetGetter().GetClrValue(row) : string.Join('\n', columns.Select(column => ((IProperty)column).GetGetter().GetClrValue(row)));
}
