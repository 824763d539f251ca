using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"killed 286 civilians, up from 232": the old figure behind the new one, which replaces it.</summary>
internal sealed class UpFromRule : CasualtyRule
{
    public override string Id => "casualties.up-from";

    public override string Summary => "An older figure behind the one that replaces it: \"up from\", \"down from\".";

    public override string Example => "The raid killed 41 people, up from 38.";

    /// <summary>Reads the old figure of a mention that another rule has found; needs no casualty word of its own.</summary>
    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.WordAt(at) is not ("up" or "down") || !view.IsPreposition(at + 1, "from") || view.NounAt(IsOfEstimate(view, at + 2) ? at + 4 : at + 2) is not { IsElliptic: true, Count: not null } old)
        {
            return;
        }

        var position = view.Chunks[at].First;
        var index = Newer(view, found, position, old.First);
        if (index < 0 || found[index].Replaces is not null)
        {
            return;
        }

        var earlier = found[index] with { Victim = found[index].Victim is { } victim ? new Victim(old, victim.Who) : new Victim(old), Counted = null, TriggerFirst = position, TriggerEnd = old.End, Rule = Id };
        found[index] = found[index] with { Replaces = earlier };
        found.Insert(index, earlier);
    }

    /// <summary>"up from an earlier estimate of 5,000".</summary>
    private static bool IsOfEstimate(SentenceView view, int at) =>
        view.NounAt(at) is { Count: null } noun && view.Article.Tokens[noun.Head].Word.Text is "estimate" or "figure" or "toll" or "count" or "tally" or "total" && view.IsPreposition(at + 1, "of");

    /// <summary>The mention that the old figure stands behind, unless a toll has read it already; −1 if there is none.</summary>
    private static int Newer(SentenceView view, List<CasualtyMention> found, int position, int old)
    {
        var newer = -1;
        for (var index = found.Count - 1; index >= 0 && found[index].Sentence == view.Index; index--)
        {
            if (found[index].Victim?.First == old)
            {
                return -1;
            }

            var isNearest = newer < 0 && found[index].End <= position && found[index].Whole is null;
            newer = isNearest || (newer >= 0 && found[index].Rule == TollRule.RuleId && StandsBeside(view, found[newer])) ? index : newer;
        }

        return newer;
    }

    /// <summary>"the toll rose to 41, with 100 wounded, up from 38": what stands between.</summary>
    private static bool StandsBeside(SentenceView view, CasualtyMention mention) =>
        mention.First - 2 > view.Sentence.First && view.Article.Tokens[mention.First - 1].Word.Text == "with" && view.Article.IsMark(mention.First - 2, ',');
}
