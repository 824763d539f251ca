namespace CasualtyApi.Extraction.Places;

/// <summary>The cell of a table under a heading for places: tokens [First, End).</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">Behind its last one.</param>
/// <param name="Kind">The word that heads the column: "district", "location".</param>
internal readonly record struct PlaceCell(int First, int End, string Kind);
