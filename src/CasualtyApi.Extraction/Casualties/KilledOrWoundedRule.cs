using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"killed or wounded", "dead or missing": one count over several harms.</summary>
internal sealed class KilledOrWoundedRule : Rule
{
    public const string RuleId = "casualties.killed-or-wounded";

    public override string Id => RuleId;

    public override string Summary => "One count over several harms: killed and injured together are killed-or-injured, any other union is mixed.";

    public override string Example => "Some 300 soldiers were killed or wounded.";

    /// <summary>The category of words that one coordination joins.</summary>
    public static (CasualtyCategory Category, IReadOnlyList<CasualtyCategory> MixedOf) Union(IReadOnlyList<CasualtyTerm> terms)
    {
        // One word, as most have, is asked for again and again.
        if (terms is [{ Category: not CasualtyCategory.Mixed and var single }])
        {
            return (single, []);
        }

        var telling = terms.Where(term => !term.IsManner).ToArray();
        var members = (telling.Length > 0 ? telling : terms)
            .SelectMany(term => term.Category switch
            {
                CasualtyCategory.Mixed => term.MixedOf,
                CasualtyCategory.KilledOrInjured => [CasualtyCategory.Killed, CasualtyCategory.Injured],
                var one => [one],
            })
            .Distinct()
            .Order()
            .ToArray();
        return members switch
        {
            [var only] => (only, []),
            [CasualtyCategory.Killed, CasualtyCategory.Injured] => (CasualtyCategory.KilledOrInjured, []),
            _ => (CasualtyCategory.Mixed, members),
        };
    }
}
