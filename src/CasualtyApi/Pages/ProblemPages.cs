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

    /// <summary>Refusals have no address of their own but these pages; the contract names them where they are answered.</summary>
    private static readonly DataCall Contract = new("the contract, with every operation’s refusals", "/openapi/v1.json");

    private static RoomPage List() => new(
        new("Problems", "Every kind of refusal this service answers with, and what it means.", "/problems", [Contract]), ProblemTexts.All(ProblemType.All));

    private static Results<RoomPage, OtherProblem> Show(string slug) =>
        ProblemType.All.FirstOrDefault(type => type.Slug == slug) is not { } type
            ? new OtherProblem(ProblemType.NotFound, $"There is no problem '{slug}'.")
            : new RoomPage(new(type.Title, type.Meaning, type.Address, [Contract]), ProblemTexts.Of(type));
}
