using CasualtyApi.Queries.Subjects;

namespace CasualtyApi.Queries.Methods;

/// <summary>The envelope of everything in force, earlier tolls too: the history of what was said, not an uncertainty.</summary>
internal static class Range
{
    public static Choice Of(IReadOnlyList<SelectedClaim> inForce) => Choice.Of(inForce, []);
}
