using System.Reflection;
using CasualtyApi.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace CasualtyApi.Features.Ledger;

/// <summary>404: the tree has no such tile, or not of this width yet.</summary>
internal sealed class NoTileProblem : ProblemResult, IEndpointMetadataProvider
{
    /// <param name="tile">What was asked for.</param>
    /// <param name="there">How many hashes or entries its level has.</param>
    public NoTileProblem(TileIndex tile, long there)
        : this($"This tile would hold numbers {tile.Start} to {tile.Start + tile.Width - 1} of a level that has {there}. Take the size from a checkpoint.")
    {
    }

    private NoTileProblem(string detail)
        : base(ProblemType.NotFound, detail)
    {
    }

    public static NoTileProblem HoldsLonger(TileIndex bundle, long position) => new(
        $"Entry {position} is longer than the 65,535 bytes that an entry of a bundle may have. Entries {bundle.Start + 1} to {bundle.Start + bundle.Width} are listed by /api/v1/ledger/entries.");

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, 404);
}
