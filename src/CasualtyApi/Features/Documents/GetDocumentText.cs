using CasualtyApi.Http;
using CasualtyApi.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CasualtyApi.Features.Documents;

internal static class GetDocumentText
{
    public static async Task<Results<VerbatimText, NotFoundProblem>> HandleAsync(
        long id, CasualtyDbContext db, CancellationToken cancellationToken)
    {
        var text = await db.DocumentTexts.AsNoTracking().Where(text => text.DocumentId == id)
            .Select(text => text.Text).SingleOrDefaultAsync(cancellationToken);
        return text is null ? new NotFoundProblem("document", id) : new VerbatimText(text);
    }
}
