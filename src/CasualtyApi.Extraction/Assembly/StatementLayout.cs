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
        var denials = new List<ClaimDraft>();
        foreach (var claim in claims)
        {
            var around = open.Around(claim.Span);
            around.RemoveAll(plan => plan.Draft.IsIntent);
            var told = around.FindIndex(plan => plan.Draft.Speaker is not null);
            around = told > 0 ? around[told..] : around;
            claim.Statement = around.FirstOrDefault() ?? Narrated(article, narrated, claim);
            if (claim.Statement.Draft.Kind != StatementKind.Narrated)
            {
                claim.Rules.Add(claim.Statement.Draft.Rule);
            }

            if (around.Skip(1).FirstOrDefault(wider => wider.Draft.Speaker != around[0].Draft.Speaker) is { } teller)
            {
                Tell(claim, teller, denials);
            }
            else if (claim.Statement.Draft.IsDenial)
            {
                Deny(claim);
            }
        }

        claims.AddRange(denials);

        plans.AddRange(narrated.Values);
        plans.Sort((left, right) => (left.Draft.Span.Start, left.Draft.Span.End).CompareTo((right.Draft.Span.Start, right.Draft.Span.End)));
        for (var index = 0; index < plans.Count; index++)
        {
            plans[index].Index = index;
        }

        return plans;
    }

    /// <summary>
    /// Another's claim that a speaker tells is alleged; one that he denies is a claim of each, on the same span: "The ministry
    /// denied claims by the rebels that 80 soldiers had been killed."
    /// </summary>
    private static void Tell(ClaimDraft claim, StatementPlan teller, List<ClaimDraft> denials)
    {
        claim.Certainty = Certainty.Alleged;
        if (teller.Draft.IsDenial)
        {
            denials.Add(claim.DeniedIn(teller));
        }
    }

    /// <summary>"denied a part in the murder of six priests" denies no murder; "denied that any soldier had died" says that none had.</summary>
    private static void Deny(ClaimDraft claim)
    {
        if (claim.Mention.IsPresupposed)
        {
            return;
        }

        if (claim.IsOfAny)
        {
            claim.Count = claim.Count with { Relation = CountRelation.Exactly, Low = 0, High = 0 };
        }
        else
        {
            claim.Certainty = Certainty.Denied;
        }
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

        /// <summary>The statements around a span, the narrowest first.</summary>
        public List<StatementPlan> Around(Span span)
        {
            while (next < plans.Count && plans[next].Draft.Span.Start <= span.Start)
            {
                open.Add(plans[next++]);
            }

            open.RemoveAll(plan => plan.Draft.Span.End <= span.Start);
            return open.Count == 0 ? [] : [.. open.Where(plan => plan.Draft.Span.Contains(span)).OrderBy(plan => plan.Draft.Span.Length)];
        }
    }
}
