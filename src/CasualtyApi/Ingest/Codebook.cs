using CasualtyApi.Extraction;
using CasualtyApi.Http;

namespace CasualtyApi.Ingest;

/// <summary>Every word of this API, defined.</summary>
/// <param name="Extractor">The version of the reading engine whose rules these are.</param>
internal sealed record CodebookResponse(
    string Extractor, IReadOnlyList<Vocabulary> Vocabularies, IReadOnlyList<RuleDefinition> Rules);

/// <summary>A rule of the reading engine.</summary>
/// <param name="Id">As claims name it under `rules`.</param>
/// <param name="Example">Words it reads.</param>
internal sealed record RuleDefinition(string Id, string Summary, string Example);

/// <summary>The one codebook: it is as the program is.</summary>
internal static class Codebook
{
    public static CodebookResponse Whole { get; } = new(
        ArticleReader.Version, Definitions.All,
        [.. RuleIndex.All.Select(rule => new RuleDefinition(rule.Id, rule.Summary, rule.Example))]);
}
