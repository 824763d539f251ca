using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Of the 38 people killed, 21 were women", "Two of the five people killed were medics": a number out of one that the same sentence tells.</summary>
internal sealed class ShareRule : CasualtyRule
{
    public override string Id => "casualties.share";

    public override string Summary => "A number picked out of a greater one that stands beside it: \"of the 38 killed, 21\", \"two of the five killed\".";

    public override string Example => "Of the 38 people killed, 21 were women.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.Preposition, ChunkKind.NounPhrase];

    /// <summary>Reads the share of a mention that another rule has found; needs no casualty word of its own.</summary>
    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.IsPreposition(at, "among"))
        {
            ReadAmong(view, at, found);
            return;
        }

        if (view.NounAt(at) is not { IsElliptic: true, Count: { Relation: not CountRelation.Unquantified } } number || PickedFrom(view, at) is not { } from
            || from.Count is null || Mentions.FindOf(view, found, from) is not (>= 0 and var index))
        {
            return;
        }

        var whole = found[index];
        var told = Mentions.FindOf(view, found, number);
        if (told >= 0)
        {
            // "Four of the 12 wounded were in critical condition": what happened to them is said of them.
            found[told] = found[told] with { Whole = found[told].Whole ?? whole };
            return;
        }

        var verb = view.SkipRight(view.IsPreposition(at + 1, "of") ? ChunkFrom(view, at, whole.End) : at + 1);
        var behind = view.SkipRight(verb + 1);
        if (view.IsPlainly(verb) && view.NounAt(behind) is { Count: null } people && (people.Person is not null || people.Country is not null))
        {
            var victim = new Victim(number, people) { Also = Others(view, behind) };
            found.Add(whole with { Counted = null, Victim = victim, TriggerFirst = number.First, TriggerEnd = victim.End, Rule = Id, Whole = whole });
        }
    }

    private static List<NounPhrase> Others(SentenceView view, int people) =>
        view.Coordinated(people, leftwards: false).Skip(1).Select(chunk => view.NounAt(chunk)!).TakeWhile(other => other.Count is null).ToList();

    /// <summary>"Two Spaniards were among six people killed", "there were two Spaniards among the six killed", "among the six killed were two Spaniards".</summary>
    private void ReadAmong(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at + 1) is not { Count: not null } many || Mentions.FindOf(view, found, many) is not (>= 0 and var index) || Some(view, at, ChunkFrom(view, at, found[index].End)) is not { Count: > 0 } some)
        {
            return;
        }

        var whole = found[index];
        var (first, end) = some[0] < at ? (view.Chunks[at].First, many.End) : (view.Chunks[some[0] - 1].First, view.Chunks[some[0] - 1].End);
        Mentions.AddParts(view, some, whole with { Counted = null, TriggerFirst = first, TriggerEnd = end, Rule = Id, Whole = whole }, found);
    }

    /// <summary>The chunks of those who are said to be among others.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="at">The chunk of "among".</param>
    /// <param name="behind">The chunk behind those others and what happened to them.</param>
    private static IReadOnlyList<int> Some(SentenceView view, int at, int behind)
    {
        if (view.IsPlainly(view.SkipLeft(at - 1)))
        {
            return view.SubjectOf(view.SkipLeft(at - 1)) is var subject and >= 0 ? view.Coordinated(subject, leftwards: true) : [];
        }

        if (view.NounAt(at - 1) is { Count: not null })
        {
            var first = view.Coordinated(at - 1, leftwards: true);
            var verb = view.SkipLeft(first[0] - 1);
            return view.IsPlainly(verb) && view.WordAt(verb) == "there" ? first : [];
        }

        behind = view.KindAt(behind) == ChunkKind.Preposition ? view.OverPhrases(behind) : behind;
        return view.IsPlainly(behind) && view.NounAt(view.SkipRight(behind + 1)) is not null ? view.Coordinated(view.SkipRight(behind + 1), leftwards: false) : [];
    }

    /// <summary>The phrase behind "of": right behind the number, or at the beginning of its clause, before its first comma.</summary>
    private static NounPhrase? PickedFrom(SentenceView view, int at)
    {
        if (view.IsPreposition(at + 1, "of")) return view.NounAt(at + 2);
        if (view.KindAt(at - 1) == ChunkKind.Coordinator && BeforeAnd(view, at - 1) is >= 0 and var other) return PickedFrom(view, other);
        if (view.KindAt(at - 1) != ChunkKind.Comma) return null;
        var first = at - 1;
        while (first > 0 && view.KindAt(first - 1) is not (ChunkKind.Comma or ChunkKind.Stop)) first--;
        return view.IsPreposition(first, "of") && (first == 0 || view.KindAt(first - 1) == ChunkKind.Stop) ? view.NounAt(first + 1) : null;
    }

    /// <summary>"Of the 40 killed, [12] were women and nine were children": the number whose clause an "and" goes on from; −1 where it is no such clause.</summary>
    private static int BeforeAnd(SentenceView view, int joint)
    {
        var verb = view.VerbBefore(joint);
        return view.IsPlainly(verb) && view.NounAt(view.SkipLeft(verb - 1)) is { IsElliptic: true, Count: not null } ? view.SkipLeft(verb - 1) : -1;
    }

    private static int ChunkFrom(SentenceView view, int at, int token)
    {
        while (at < view.Chunks.Count && view.Chunks[at].First < token) at++;
        return at;
    }
}
