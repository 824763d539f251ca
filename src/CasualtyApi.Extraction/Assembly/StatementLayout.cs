using CasualtyApi.Extraction.Attribution;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Assembly;

/// <summary>Lays each claim into the narrowest statement around it; where there is none, the sentence is narrated.</summary>
internal static class StatementLayout
{
    public static List<StatementPlan> Lay(Article article, IReadOnlyList<StatementDraft> statements, List<ClaimDraft> claims)
    {
        var plans = statements.Select(statement => new StatementPlan(statement)).ToList();
        var narrated = new Dictionary<int, StatementPlan>();
        var open = new OpenStatements(plans);
        foreach (var claim in claims)
        {
            claim.Statement = open.Narrowest(claim.Span) ?? Narrated(article, narrated, claim);
            var draft = claim.Statement.Draft;
            if (draft.Kind != StatementKind.Narrated)
            {
                claim.Rules.Add(draft.Rule);
            }

            // "denied a part in the murder of six priests" denies no murder.
            if (draft.IsDenial && !claim.Mention.IsPresupposed)
            {
                claim.Certainty = Certainty.Denied;
            }
        }

        plans.AddRange(narrated.Values);
        plans.Sort((left, right) => (left.Draft.Span.Start, left.Draft.Span.End).CompareTo((right.Draft.Span.Start, right.Draft.Span.End)));
        for (var index = 0; index < plans.Count; index++)
        {
            plans[index].Index = index;
        }

        return plans;
    }

    private static StatementPlan Narrated(Article article, Dictionary<int, StatementPlan> narrated, ClaimDraft claim)
    {
        var sentence = claim.Mention.Sentence;
        if (!narrated.TryGetValue(sentence, out var plan))
        {
            var tokens = article.Sentences[sentence];
            plan = new StatementPlan(new StatementDraft
            {
                Kind = StatementKind.Narrated,
                Span = article.SpanOf(tokens.First, tokens.End),
                Rule = "attribution.narrated",
            });
            narrated.Add(sentence, plan);
        }

        return plan;
    }

    /// <summary>The statements around a place, while the places move on through the text.</summary>
    private sealed class OpenStatements(List<StatementPlan> plans)
    {
        private readonly List<StatementPlan> open = [];
        private int next;

        public StatementPlan? Narrowest(Span span)
        {
            while (next < plans.Count && plans[next].Draft.Span.Start <= span.Start)
            {
                open.Add(plans[next++]);
            }

            open.RemoveAll(plan => plan.Draft.Span.End <= span.Start);
            return open.Where(plan => plan.Draft.Span.Contains(span)).MinBy(plan => plan.Draft.Span.Length);
        }
    }
}
