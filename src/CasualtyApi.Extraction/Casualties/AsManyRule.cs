using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Two soldiers were killed and as many wounded": the number told just before, of another harm.</summary>
internal sealed class AsManyRule : CasualtyRule
{
    public override string Id => "casualties.as-many";

    public override string Summary => "As many as were told just before, with a harm of their own.";

    public override string Example => "Two soldiers were killed and as many wounded.";

    /// <summary>Reads on from a mention that another rule has found.</summary>
    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.NounPhrase];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is not { } many || view.WordAt(at) != "many" || view.WordAt(at - 1) != "as" || view.KindAt(at - 2) is not (ChunkKind.Coordinator or ChunkKind.Subordinator or ChunkKind.Comma or ChunkKind.Quote)
            || view.WordAt(at + 1) == "as" || Told(view, found, many) is not { } told)
        {
            return;
        }

        var first = view.Chunks[at - 1].First;
        var count = (told.Counted ?? told.Victim!.Phrase).Count!;
        var number = new NounPhrase(first, many.First + 1)
        {
            Head = many.First,
            IsElliptic = true,
            IsPlural = true,
            Count = new CountPhrase(first, many.First + 1, many.First + 1, count.Relation, count.Low, count.High, count.Rule),
        };
        var victim = many.Person is null ? new Victim(number) : new Victim(number, many);
        var own = Mentions.FindOf(view, found, many);
        if (own >= 0)
        {
            // "as many were injured", "as many civilians were injured"
            found[own] = found[own] with { Victim = victim };
        }
        else if (view.Article.Tokens[many.Head].Word.Casualty is { Frame: CasualtyFrame.Object or CasualtyFrame.Predicate } harm)
        {
            found.Add(told with { Terms = [harm], Victim = victim, Counted = null, TriggerFirst = many.Head, TriggerEnd = many.Head + 1, Rule = Id, Whole = null });
        }
    }

    private static CasualtyMention? Told(SentenceView view, List<CasualtyMention> found, NounPhrase many) =>
        Mentions.OfSentence(view, found).FirstOrDefault(mention => mention.End <= many.First && mention is { Whole: null, IsNegated: false }
            && (mention.Counted ?? mention.Victim?.Phrase)?.Count is { Relation: not CountRelation.Unquantified, Low: > 1 });
}
