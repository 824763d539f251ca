using CasualtyApi.Extraction;
using CasualtyApi.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CasualtyApi.Features.Codebook;

/// <summary>Every word of this API, defined.</summary>
/// <param name="Extractor">The version of the reading engine whose rules these are.</param>
internal sealed record CodebookResponse(
    string Extractor, IReadOnlyList<Vocabulary> Vocabularies, IReadOnlyList<RuleDefinition> Rules);

/// <summary>A rule of the reading engine.</summary>
/// <param name="Id">As claims name it under `rules`.</param>
/// <param name="Example">Words it reads.</param>
internal sealed record RuleDefinition(string Id, string Summary, string Example);

internal static class GetCodebook
{
    private static readonly CodebookResponse Codebook = new(
        ArticleReader.Version, Definitions.All,
        [.. RuleIndex.All.Select(rule => new RuleDefinition(rule.Id, rule.Summary, rule.Example))]);

    public static Ok<CodebookResponse> Handle() => TypedResults.Ok(Codebook);
}
