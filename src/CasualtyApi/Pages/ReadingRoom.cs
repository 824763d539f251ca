using CasualtyApi.Http;
using CasualtyApi.Pages.Codebook;
using CasualtyApi.Pages.Compare;
using CasualtyApi.Pages.Documents;
using CasualtyApi.Pages.Frame;
using CasualtyApi.Pages.Ledger;
using CasualtyApi.Pages.Overview;
using CasualtyApi.Pages.Pictures;
using CasualtyApi.Pages.Review;
using CasualtyApi.Pages.Try;

namespace CasualtyApi.Pages;

/// <summary>The pages people look at.</summary>
internal static class ReadingRoom
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ProblemPage>(RefusedPages.WriteAsync);
        services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.SameSite, options.SuppressXFrameOptionsHeader) = ("form", SameSiteMode.Strict, true));
        FormSeals.Add(services);
        services.AddSingleton<OwnCalls>().AddSingleton<KeyedCalls>().AddSingleton<KeyCookie>();
    }

    public static void Map(IEndpointRouteBuilder root)
    {
        Asset.Map(root);
        ProblemPages.Map(root);
        root.MapGet("/", ShowOverview.HandleAsync).AsPage(PickedClaims.Table);
        root.MapGet("/documents", ShowDocuments.HandleAsync).AsPage(ShowDocuments.Query);
        root.MapGet("/claims/{id:number}", OpenClaim.HandleAsync).AsPage(QueryTable.None);
        root.MapGet("/compare", ShowComparison.HandleAsync).AsPage(ShowComparison.Query);
        root.MapGet("/ledger", ShowLedger.HandleAsync).AsPage(ShowLedger.Query);
        MapReview(root.MapGroup("/review").WithStrictAddress().AddEndpointFilter<OwnFormFilter>().ExcludeFromDescription());
        MapTry(root.MapGroup("/try").WithStrictAddress().AddEndpointFilter<OwnFormFilter>().ExcludeFromDescription());
        root.MapGet("/codebook", ShowCodebook.Handle).AsFixedPage();
        root.MapGet("/pictures/comparison.svg", DrawComparison.HandleAsync).AsPage(DrawComparison.Query);
        root.MapGet("/pictures/timeline.svg", DrawTimeline.HandleAsync).AsPage(PickedClaims.Table);
        root.MapGet("/documents/{id:number}", ShowDocument.HandleAsync).AsPage(QueryTable.OfRecord);
    }

    private static void MapReview(RouteGroupBuilder review)
    {
        review.MapGet("", ShowReview.HandleAsync).WithMetadata(ShowReview.Query);
        review.MapPost("/session", ShowReview.SignInAsync);
        review.MapPost("/end", ShowReview.SignOut);
        review.MapGet("/claims/{id:number}", ReviewClaim.HandleAsync).WithMetadata(ReviewClaim.Query);
        review.MapPost("/claims/{id:number}/decisions", ReviewClaim.DecideAsync);
        review.MapPost("/claims/{id:number}/correction", ReviewClaim.CorrectAsync);
    }

    private static void MapTry(RouteGroupBuilder tried)
    {
        tried.MapGet("", ShowTry.HandleAsync);
        tried.MapPost("", ShowTry.ReadAsync);
        tried.MapPost("/kept", KeepTried.HandleAsync);
        tried.MapPost("/reading.json", ShowTry.ReadAsJsonAsync);
        tried.MapPost("/claims.csv", ShowTry.ReadAsCsvAsync);
    }
}
