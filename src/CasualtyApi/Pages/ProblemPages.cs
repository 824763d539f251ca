using CasualtyApi.Http;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Pages.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages;

/// <summary>The pages the <c>type</c> of every problem leads to.</summary>
internal static class ProblemPages
{
    public static void Map(IEndpointRouteBuilder root)
    {
        root.MapGet("/problems", List).AsFixedPage();
        root.MapGet("/problems/{slug}", Show).AsFixedPage();
    }

    private static RoomPage List() => new(
        new("Problems", "Every kind of refusal this service answers with, and what it means.", "/problems", []), ProblemTexts.All(ProblemType.All));

    private static Results<RoomPage, OtherProblem> Show(string slug) =>
        ProblemType.All.FirstOrDefault(type => type.Slug == slug) is not { } type
            ? new OtherProblem(ProblemType.NotFound, $"There is no problem '{slug}'.")
            : new RoomPage(new(type.Title, type.Meaning, type.Address, []), ProblemTexts.Of(type));
}
