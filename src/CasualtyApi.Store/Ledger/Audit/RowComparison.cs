using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CasualtyApi.Store.Ledger.Audit;

/// <summary>Compares rows column by column, every column the model has: a new one is compared as soon as it is there.</summary>
internal sealed class RowComparison(CasualtyDbContext context)
{
    /// <summary>The first columns that differ, and the table they are of; empty where none does.</summary>
    /// <param name="expected">What the ledger says.</param>
    /// <param name="actual">What the database holds.</param>
    public string Difference(object expected, object actual)
    {
        var (from, to) = (TypeOf(expected), TypeOf(actual));
        var columns = to.GetProperties().Where(property =>
            !property.GetValueComparer().Equals(from.FindProperty(property.Name)!.GetGetter().GetClrValue(expected), property.GetGetter().GetClrValue(actual)))
            .Select(property => property.GetColumnName());
        return string.Join(", ", columns) is { Length: > 0 } names ? $"{to.GetTableName()}: {names}" : "";
    }

    /// <summary>The same for lists of parts: one too many or too few is a difference, too.</summary>
    public string Difference(IEnumerable<object> expected, IEnumerable<object> actual, string table)
    {
        var (wanted, found) = (expected.ToList(), actual.ToList());
        return wanted.Count != found.Count
            ? $"{table}: {found.Count} rows instead of {wanted.Count}"
            : wanted.Zip(found, (one, other) => Difference(one, other)).FirstOrDefault(difference => difference.Length > 0) ?? "";
    }

    public string TableOf<TEntity>() => context.Model.FindEntityType(typeof(TEntity))!.GetTableName()!;

    private IEntityType TypeOf(object row) => context.Model.FindEntityType(row.GetType())!;
}
