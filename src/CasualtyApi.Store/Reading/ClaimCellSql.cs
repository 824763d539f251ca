using System.Text.Json;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Store.Reading;

/// <summary>The cells as columns of <c>claims AS c</c>, <c>documents AS d</c> and <c>statements AS s</c>, in the SQL that every database speaks.</summary>
/// <remarks>
/// What is withheld does not leave the database: an answer made of cells looks at no visibility. What must be there is empty instead.
/// </remarks>
internal static class ClaimCellSql
{
    private static readonly string IsWithheld = $"d.visibility = '{Kebab.Of(Visibility.Withheld)}'";
    private static readonly string IsPublic = $"d.visibility = '{Kebab.Of(Visibility.Public)}'";

    public static string Column(ClaimCell cell) => Shown(cell, Stored(cell));

    /// <summary>Where the cell is kept.</summary>
    public static string Stored(ClaimCell cell)
    {
        var name = cell.ToString();
        var (table, column) = cell == ClaimCell.StatementKind ? ("s", "Kind")
            : name.StartsWith("Document", StringComparison.Ordinal) && cell != ClaimCell.DocumentId ? ("d", name["Document".Length..])
            : ("c", name);
        return $"{table}.{JsonNamingPolicy.SnakeCaseLower.ConvertName(column)}";
    }

    /// <summary>What may be shown of a column that holds such a cell.</summary>
    public static string Shown(ClaimCell cell, string column) => cell switch
    {
        ClaimCell.Text => $"CASE WHEN {IsWithheld} THEN '' ELSE {column} END",
        ClaimCell.PeriodText => $"CASE WHEN {IsWithheld} AND {column} IS NOT NULL THEN '' ELSE {column} END",
        ClaimCell.CountText or ClaimCell.PartyText or ClaimCell.BlamedText or ClaimCell.PlaceText => $"CASE WHEN {IsWithheld} THEN NULL ELSE {column} END",
        ClaimCell.Prefix or ClaimCell.Suffix => $"CASE WHEN {IsPublic} THEN {column} ELSE '' END",
        ClaimCell.DocumentOpening => $"CASE WHEN {IsPublic} AND {column} <> '' THEN {column} ELSE 'Document ' || d.id END",
        _ => column,
    };
}
