using CasualtyApi.Http;
using CasualtyApi.Queries;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Features.Sources;

/// <summary>Anyone who says something, or publishes it.</summary>
/// <param name="Role">As worded.</param>
/// <param name="Affiliation">The source this one speaks for.</param>
/// <param name="Originator">This source followed up its affiliations to the top.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Aliases">Its other names, in the order they became known.</param>
/// <param name="DocumentId">The one document an unnamed source belongs to.</param>
/// <param name="Reliability">Admiralty grade, A to F, where a reviewer set one; F is "cannot be judged", not "worst".</param>
/// <param name="MergedInto">The source a reviewer found this one to be.</param>
/// <param name="Statements">How many statements it makes, alone or jointly; merged sources are counted as one.</param>
/// <param name="Claims">How many claims are its own, alone or jointly; merged sources are counted as one.</param>
internal sealed record SourceResponse(
    long Id,
    string Name,
    SourceKind Kind,
    string? Role,
    SourceName? Affiliation,
    SourceName Originator,
    string? Country,
    IReadOnlyList<string> Aliases,
    long? DocumentId,
    string? Reliability,
    long? MergedInto,
    int Statements,
    int Claims,
    int Revision,
    DateTime ReceivedAt,
    DateTime UpdatedAt,
    SourceLinks Links)
{
    /// <param name="row">As read.</param>
    /// <param name="sources">It, and those it leads to.</param>
    /// <param name="totals">What is counted of those that were found to be the same.</param>
    public static SourceResponse Of(SourceRow row, SourceDirectory sources, SourceTotals totals)
    {
        var source = row.Source;
        var (statements, claims) = totals.Of(row);
        return new(
            source.Id, source.Name, source.Kind, source.Role,
            sources.Find(source.AffiliationId), sources.Originator(source.Id),
            source.Country, row.Aliases, source.DocumentId, source.Reliability, source.MergedIntoId, statements, claims,
            source.Revision, Instant.Of(source.ReceivedAt), Instant.Of(source.UpdatedAt), SourceLinks.Of(source.Id));
    }
}

/// <summary>Where to go on from a source.</summary>
internal sealed record SourceLinks(string Self, string Statements, string Claims)
{
    public static SourceLinks Of(long id) => new(
        Queries.Links.To("sources", id), $"{Queries.Links.Root}/statements?speaker={id}", $"{Queries.Links.Root}/claims?claimant={id}&status=any");
}
