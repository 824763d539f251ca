using CasualtyApi.Http;

namespace CasualtyApi.Queries.Subjects;

/// <summary>What is answered about one part of a selection.</summary>
/// <param name="Items">One for each subject, with its first claim, in the order of these; made when it is shown.</param>
/// <param name="Excluded">The claims of the part that are shown with no item.</param>
internal sealed record SubjectAnswers<TItem>(IReadOnlyList<(long First, Func<TItem> Item)> Items, IReadOnlyCollection<Exclusion> Excluded);

/// <summary>
/// A page of subjects. The claims excluded are told once: on the page where their part ends. A cursor names the item that
/// comes next, by the first claim of its part and its own.
/// </summary>
internal sealed record SubjectPage<TItem>(IReadOnlyList<TItem> Items, ExcludedResponse Excluded, string? Next);

internal static class SubjectPages
{
    public static async Task<SubjectPage<TItem>> ReadAsync<TItem>(
        QueryValues query, SelectionWalk walk, Func<SelectionPart, SubjectAnswers<TItem>> answer, CancellationToken cancellationToken)
    {
        var limit = (int)(query.Get(PageFields.Limit) ?? PageFields.DefaultLimit);
        var cursor = query.Get(PageFields.Cursor);
        var (items, excluded) = (new List<TItem>(), new ExcludedTally());
        await foreach (var part in walk.PartsAsync(cursor?.Key ?? 0, cancellationToken))
        {
            var answers = answer(part);
            foreach (var (first, item) in answers.Items.Where(item => part.First != cursor?.Key || item.First >= cursor.Id))
            {
                if (items.Count == limit)
                {
                    return new(items, excluded.Response(), new Cursor(query.Selection, first, part.First).ToString());
                }

                items.Add(item());
            }

            excluded.Add(answers.Excluded);
        }

        return new(items, excluded.Response(), null);
    }
}
