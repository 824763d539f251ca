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
        if (view.VerbAt(verb) is { IsAuxiliaryOnly: true, IsNegated: false, Modal: < 0 } && view.NounAt(behind) is { Count: null } people && (people.Person is not null || people.Country is not null))
        {
            var victim = new Victim(number, people) { Also = Others(view, behind) };
            found.Add(whole with { Counted = null, Victim = victim, TriggerFirst = number.First, TriggerEnd = victim.End, Rule = Id, Whole = whole });
        }
    }

    private static List<NounPhrase> Others(SentenceView view, int people) =>
        view.Coordinated(people, leftwards: false).Skip(1).Select(chunk => view.NounAt(chunk)!).TakeWhile(other => other.Count is null).ToList();

    /// <summary>"Two Spaniards were among six people killed".</summary>
    private void ReadAmong(SentenceView view, int at, List<CasualtyMention> found)
    {
        var verb = view.SkipLeft(at - 1);
        if (view.VerbAt(verb) is not { IsAuxiliaryOnly: true, IsNegated: false, Modal: < 0 } || view.SubjectOf(verb) is not (>= 0 and var subject) || view.NounAt(at + 1) is not { Count: not null } many
            || Mentions.FindOf(view, found, many) is not (>= 0 and var index))
        {
            return;
        }

        var whole = found[index];
        Mentions.AddParts(view, view.Coordinated(subject, leftwards: true), whole with { Counted = null, TriggerFirst = view.Chunks[at].First, TriggerEnd = many.End, Rule = Id, Whole = whole }, found);
    }

    /// <summary>The phrase behind "of": right behind the number, or at the beginning of its clause, before its first comma.</summary>
    private static NounPhrase? PickedFrom(SentenceView view, int at)
    {
        if (view.IsPreposition(at + 1, "of")) return view.NounAt(at + 2);
        if (view.KindAt(at - 1) != ChunkKind.Comma) return null;
        var first = at - 1;
        while (first > 0 && view.KindAt(first - 1) is not (ChunkKind.Comma or ChunkKind.Stop)) first--;
        return view.IsPreposition(first, "of") && (first == 0 || view.KindAt(first - 1) == ChunkKind.Stop) ? view.NounAt(first + 1) : null;
    }

    private static int ChunkFrom(SentenceView view, int at, int token)
    {
        while (at < view.Chunks.Count && view.Chunks[at].First < token) at++;
        return at;
    }
}
