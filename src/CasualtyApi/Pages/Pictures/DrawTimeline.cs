using CasualtyApi.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Pages.Pictures;

/// <summary>The picture of the selected claims over time.</summary>
internal static class DrawTimeline
{
    public static async Task<Results<Picture, BadRequestProblem, OtherProblem>> HandleAsync([AsParameters] Lectern lectern, CancellationToken cancellationToken)
    {
        var (picked, problem) = await PickedClaims.ReadAsync(lectern, cancellationToken);
        if (picked is null) return problem!;

        var drawn = await picked.ComparableAsync(cancellationToken);
        var timeline = await drawn.TimelineAsync(cancellationToken);
        return timeline.Series.Count == 0
            ? new OtherProblem(ProblemType.NotFound, "None of these claims has a day and a number, so there is nothing to draw.")
            : new Picture("casualty-timeline", TimelineChart.Of(TimelineFigure.Shown(timeline)), await drawn.SourceAsync("/", cancellationToken));
    }
}
