using CasualtyApi.Extraction.Assembly;
using CasualtyApi.Extraction.Attribution;
using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Periods;
using CasualtyApi.Extraction.Places;

namespace CasualtyApi.Extraction;

/// <summary>Every rule of the engine. docs/extraction.md lists the same, and a test holds the two equal.</summary>
public static class RuleIndex
{
    /// <summary>By id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. new IEnumerable<Rule>[]
        {
            CountReader.Bounds, [CountReader.Between, CountReader.Vague], VictimCount.Rules,
            CasualtyFinder.Rules, CasualtyFinder.Additions, [CasualtyFinder.Union, CasualtyFinder.Table],
            PeriodReader.Rules, [PlaceReader.In, PlaceCarry.GoesOn], AttributionRules.All,
        }.SelectMany(rules => rules).OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];
}
