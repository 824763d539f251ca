using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Sudan accounted for six deaths and Pakistan for four", "children accounting for 188 of the total": a number shared out by who or where.</summary>
internal sealed class AccountedRule : CasualtyRule
{
    public override string Id => "casualties.accounted";

    public override string Summary => "Parts of a number by who or where they were: \"accounted for six deaths and Pakistan for four\".";

    public override string Example => "Sudan accounted for six deaths and Pakistan for four.";

    /// <summary>Reads on from a mention that another rule has found; needs no casualty word of its own.</summary>
    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.NounPhrase];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (!view.IsPreposition(at - 1, "for") || view.NounAt(at) is not { IsElliptic: true, Count: { Relation: not CountRelation.Unquantified } count } number || Mentions.IsTold(view, found, number))
        {
            return;
        }

        if (view.VerbAt(at - 2) is { Verb.Lemma: "account", IsNegated: false, Modal: < 0 } verb)
        {
            ReadOfTotal(view, at, verb, number, Wholes.Of(found, view.Index, count, null), found);
        }
        else if (view.NounAt(at - 2) is { Count: null } who && view.KindAt(at - 3) is ChunkKind.Coordinator or ChunkKind.Comma && Former(view, found, at) is { } former)
        {
            found.Add(former with { Counted = null, Victim = Of(number, who), TriggerFirst = number.First, TriggerEnd = number.End, Rule = Id });
        }
    }

    /// <summary>"children accounted for 188 of the total", "of them".</summary>
    private void ReadOfTotal(SentenceView view, int at, VerbGroup verb, NounPhrase number, CasualtyMention? whole, List<CasualtyMention> found)
    {
        if (whole is not null && view.IsPreposition(at + 1, "of") && view.NounAt(at + 2) is { } all && (all is { IsPronoun: true, IsPlural: true } || view.Article.Tokens[all.Head].Word.Text is "total" or "toll")
            && view.NounAt(verb.Voice == Voice.Ing ? view.NounBefore(at - 2) : view.SubjectOf(at - 2)) is { } who)
        {
            found.Add(whole with { Sentence = view.Index, Counted = null, Victim = Of(number, who), TriggerFirst = number.First, TriggerEnd = all.End, Rule = Id, Whole = whole });
        }
    }

    /// <summary>"Sudan accounted for six deaths": what the number before is one of.</summary>
    private static CasualtyMention? Former(SentenceView view, List<CasualtyMention> found, int at) =>
        view.VerbAt(view.VerbBefore(at - 2)) is { Verb.Lemma: "account", IsNegated: false, Modal: < 0 } account ? Mentions.OfSentence(view, found).FirstOrDefault(mention => mention.First >= account.End && mention.End <= view.Chunks[at].First) : null;

    private static Victim Of(NounPhrase number, NounPhrase who) => who.Person is null ? new Victim(number) : new Victim(number, who);
}
