using CasualtyApi.Http;
using CasualtyApi.Pages.Codebook;
using CasualtyApi.Pages.Documents;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Pages.Overview;
using CasualtyApi.Pages.Pictures;

namespace CasualtyApi.Pages;

/// <summary>The pages people look at.</summary>
internal static class ReadingRoom
{
    public static void AddServices(IServiceCollection services) => services.AddSingleton<ProblemPage>(RefusedPages.WriteAsync);

    public static void Map(IEndpointRouteBuilder root)
    {
        Asset.Map(root);
        ProblemPages.Map(root);
        root.MapGet("/", ShowOverview.HandleAsync).AsPage(ShowOverview.Query);
        root.MapGet("/documents", ShowDocuments.HandleAsync).AsPage(ShowDocuments.Query);
        root.MapGet("/claims/{id:long}", OpenClaim.HandleAsync).AsPage(QueryTable.None);
        root.MapGet("/codebook", ShowCodebook.Handle).AsFixedPage();
        root.MapGet("/pictures/comparison.svg", DrawComparison.HandleAsync).AsPage(DrawComparison.Query);
        root.MapGet("/pictures/timeline.svg", DrawTimeline.HandleAsync).AsPage(ShowOverview.Query);
        root.MapGet("/documents/{id:long}", ShowDocument.HandleAsync).AsPage(QueryTable.OfRecord);
    }
}
