using CasualtyApi.Http;

namespace CasualtyApi.Queries.Subjects;

/// <summary>What is answered about one part of a selection.</summary>
/// <param name="Firsts">Of each subject the first claim, in their order.</param>
/// <param name="Item">Makes the answer about a subject, by its place among these.</param>
/// <param name="Excluded">The claims of the part that are shown with no item; gone through where the part ends.</param>
internal sealed record SubjectAnswers<TItem>(IReadOnlyList<long> Firsts, Func<int, TItem> Item, IEnumerable<Exclusion> Excluded);

/// <summary>
/// A page of subjects. The claims excluded are told once: on the page where their part ends. A cursor names the item that
/// comes next, by the first claim of its part and its own.
/// </summary>
internal sealed record SubjectPage<TItem>(IReadOnlyList<TItem> Items, ExcludedResponse Excluded, string? Next);

internal static class SubjectPages
{
    /// <param name="query">Says how many, and from where.</param>
    /// <param name="walk">Over what is selected.</param>
    /// <param name="answer">Answers about one part.</param>
    /// <param name="undated">The claims without the date that is asked for: they are told where the whole selection ends.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<SubjectPage<TItem>> ReadAsync<TItem>(
        QueryValues query, SelectionWalk walk, Func<SelectionPart, SubjectAnswers<TItem>> answer, Func<Task<Undated?>> undated, CancellationToken cancellationToken)
    {
        var limit = (int)(query.Get(PageFields.Limit) ?? PageFields.DefaultLimit);
        var cursor = query.Get(PageFields.Cursor);
        var (items, excluded) = (new List<TItem>(), new ExcludedTally());
        await foreach (var part in walk.PartsAsync(cursor?.Key ?? 0, cancellationToken))
        {
            var answers = answer(part);
            for (var subject = 0; subject < answers.Firsts.Count; subject++)
            {
                var first = answers.Firsts[subject];
                if (part.First == cursor?.Key && first < cursor.Id) continue;
                if (items.Count == limit)
                {
                    return new(items, excluded.Response(), new Cursor(query.Selection, first, part.First).ToString());
                }

                items.Add(answers.Item(subject));
            }

            excluded.Add(answers.Excluded);
        }

        if (await undated() is { } others) excluded.Add(others);
        return new(items, excluded.Response(), null);
    }
}
