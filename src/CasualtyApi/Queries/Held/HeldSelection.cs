namespace CasualtyApi.Queries.Held;

/// <summary>Finds which claims of a stretch a filter selects.</summary>
internal static class HeldSelection
{
    /// <returns>Whether there are any.</returns>
    public static bool Select(HeldFilter filter, HeldSources sources, HeldStretch stretch, Span<ulong> hits)
    {
        hits.Fill(ulong.MaxValue);
        Hits.KeepTerms(stretch.Status, filter.Statuses, hits);
        if (filter.Only is { } only) Hits.KeepIds(stretch.Id, only, hits);
        if (filter.Parties is { } parties) Hits.KeepIds(stretch.Party, parties, hits);
        if (filter.Categories != AllCategories) Hits.KeepTerms(stretch.Category, filter.Categories, hits);
        if (filter.Certainties != AllCertainties) Hits.KeepTerms(stretch.Certainty, filter.Certainties, hits);
        if (filter.Scopes != AllScopes) Hits.KeepTerms(stretch.Scope, filter.Scopes, hits);
        KeepIds(filter, stretch, hits);
        KeepNumbers(filter, stretch, hits);
        KeepDays(filter, stretch, hits);
        if (filter.Claimants is { } claimants) KeepClaimed(stretch, claimants, hits);
        if (filter.Countrymen is { } countrymen) KeepClaimed(stretch, countrymen, hits);
        if (filter.Originators is { } originators) KeepOriginating(stretch, originators, sources, hits);
        return hits.ContainsAnyExcept(0UL);
    }

    private static readonly int AllCategories = new HeldFilter().Categories, AllCertainties = new HeldFilter().Certainties, AllScopes = new HeldFilter().Scopes;

    private static void KeepIds(HeldFilter filter, HeldStretch stretch, Span<ulong> hits)
    {
        if (filter.Blamed is { } blamed) Hits.KeepIds(stretch.Blamed, blamed, hits);
        if (filter.Places is { } places) Hits.KeepIds(stretch.Place, places, hits);
        if (filter.Documents is { } documents) Hits.KeepIds(stretch.Document, documents, hits);
        if (filter.Statements is { } statements) Hits.KeepIds(stretch.Statement, statements, hits);
        if (filter.Causes is { } causes) Hits.KeepIds(stretch.Cause, causes, hits);
    }

    private static void KeepNumbers(HeldFilter filter, HeldStretch stretch, Span<ulong> hits)
    {
        if (filter.MinLow is { } least) Hits.KeepBetween(stretch.Low, least, long.MaxValue, hits);
        if (filter.MaxHigh is { } most) Hits.KeepBetween(stretch.High, 0, most, hits);
        if (filter.UpdatedSince is { } since) Hits.KeepBetween(stretch.UpdatedAt, since, long.MaxValue, hits);
    }

    private static void KeepDays(HeldFilter filter, HeldStretch stretch, Span<ulong> hits)
    {
        var (first, last) = (filter.From ?? 1, filter.To ?? int.MaxValue);
        switch (filter.DateField)
        {
            case null:
                break;
            case ClaimFilter.Received when filter.IsUndated:
                hits.Clear();
                break;
            case ClaimFilter.Received:
                Hits.KeepBetween(stretch.ReceivedAt, filter.From is null ? 0 : Start(first), filter.To is null ? long.MaxValue : Start(last + 1) - 1, hits);
                break;
            case ClaimFilter.Occurred:
                Hits.KeepBetween(stretch.Occurred, filter.IsUndated ? 0 : first, filter.IsUndated ? 0 : int.MaxValue, hits);
                Hits.KeepBetween(stretch.Began, filter.IsUndated ? 0 : 1, filter.IsUndated ? 0 : last, hits);
                break;
            default:
                Hits.KeepBetween(stretch.Published, filter.IsUndated ? 0 : first, filter.IsUndated ? 0 : last, hits);
                break;
        }
    }

    /// <summary>By the first of its claimants, or by one of the others.</summary>
    private static void KeepClaimed(HeldStretch stretch, HeldIds sources, Span<ulong> hits)
    {
        Span<ulong> before = stackalloc ulong[Hits.Words];
        hits.CopyTo(before);
        Hits.KeepIds(stretch.Claimant, sources, hits);
        for (var word = 0; word < hits.Length; word++) before[word] &= ~hits[word];
        foreach (var at in new HitsAt(before[..hits.Length]))
        {
            if (stretch.Joint[at] is { } jointly && Array.Exists(jointly, sources.Contains)) hits[at / Hits.Together] |= 1UL << (at % Hits.Together);
        }
    }

    private static void KeepOriginating(HeldStretch stretch, HeldIds originators, HeldSources sources, Span<ulong> hits)
    {
        foreach (var at in new HitsAt(hits))
        {
            if (!originators.Contains(sources.Originator(stretch, at))) hits[at / Hits.Together] &= ~(1UL << (at % Hits.Together));
        }
    }

    private static long Start(int day) => Http.Days.Start(DateOnly.FromDayNumber(Math.Min(day, DateOnly.MaxValue.DayNumber)));
}
