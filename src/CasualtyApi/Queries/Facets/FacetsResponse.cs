namespace CasualtyApi.Queries.Facets;

/// <summary>How many of the selected claims have which value. Counts of claims, never of people.</summary>
/// <param name="Claims">How many claims are selected.</param>
/// <param name="Undated">With `from` or `to`: how many match but for having no such date, and so are left out.</param>
/// <param name="Position">The ledger position this answer shows.</param>
/// <param name="Claimant">A claim of several claimants counts at each of them; one in the document's own voice at null.</param>
/// <param name="Originator">Each claim counts once, at whom its first claimant speaks for in the end.</param>
/// <param name="Country">Of the party.</param>
/// <param name="Month">Of `dateField`; an occurrence counts in the month its period ends.</param>
internal sealed record FacetsResponse(
    int Claims,
    int? Undated,
    long Position,
    Facet Category,
    Facet Party,
    Facet Claimant,
    Facet Originator,
    Facet Document,
    Facet Place,
    Facet Country,
    Facet Status,
    Facet Certainty,
    Facet Scope,
    Facet Month);

/// <summary>The values of one kind, those of most claims first.</summary>
/// <param name="More">How many further values there are; `limit` shows more of them.</param>
internal sealed record Facet(IReadOnlyList<FacetValue> Values, int More)
{
    public static Facet Of(IEnumerable<FacetValue> values, int limit)
    {
        var ordered = values.OrderByDescending(value => value.Claims).ThenBy(value => value.Value is null)
            .ThenBy(value => value.Value?.Length).ThenBy(value => value.Value, StringComparer.Ordinal).ToList();
        return new([.. ordered.Take(limit)], Math.Max(0, ordered.Count - limit));
    }
}

/// <summary>One value.</summary>
/// <param name="Value">As the filter of that name takes it: a word or an id. Null for claims that have none.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Claims">How many selected claims have it.</param>
internal sealed record FacetValue(string? Value, string? Label, int Claims);
