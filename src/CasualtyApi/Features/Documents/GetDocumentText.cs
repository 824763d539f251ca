using CasualtyApi.Http;
using CasualtyApi.Store;
using CasualtyApi.Store.Terms;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Documents;

internal static class GetDocumentText
{
    public static async Task<Results<VerbatimText, NotFoundProblem, ForbiddenProblem>> HandleAsync(
        long id, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var found = await db.Documents.AsNoTracking().Where(document => document.Id == id)
            .Select(document => new { document.Visibility, document.Text!.Text }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return new NotFoundProblem("document", id);
        return found.Visibility == Visibility.Public ? new VerbatimText(found.Text) : new ForbiddenProblem(ProblemType.WordsWithheld, $"The text of document {id} is not shown; its visibility is '{Kebab.Of(found.Visibility)}'.");
    }
}
