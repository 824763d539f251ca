using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"41 aid workers were killed, compared with 22 last year": as many of the same at another time.</summary>
internal sealed class ComparedRule : CasualtyRule
{
    public override string Id => "casualties.compared";

    public override string Summary => "A bare figure of another time that the one before is compared with.";

    public override string Example => "Forty aid workers were killed, compared with 22 last year.";

    /// <summary>Adds to mentions that other rules have found.</summary>
    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is not { Verb.Lemma: "compare", Voice: Voice.BareParticiple, IsNegated: false } verb || view.KindAt(at + 1) != ChunkKind.Preposition || view.WordAt(at + 1) is not ("with" or "to")
            || view.NounAt(at + 2) is not { IsElliptic: true, Count.Relation: not (CountRelation.Unquantified or CountRelation.Vague) } number || !IsOfTime(view, at + 3))
        {
            return;
        }

        // A toll that has read the figure needs no other.
        if (Mentions.OfSentence(view, found).LastOrDefault(told => told is { Whole: null, IsNegated: false } && told.End <= verb.First && (told.Counted ?? told.Victim?.Phrase)?.Count is not null) is { } now && !Mentions.IsTold(view, found, number))
        {
            found.Add(now with { Victim = now.Victim is { } victim ? new Victim(number, victim.Who) : new Victim(number), Counted = null, TriggerFirst = verb.First, TriggerEnd = number.End, Rule = Id, Replaces = null });
        }
    }

    /// <summary>"last year", "in 2021", "over the same period last year": another time, and no other measure.</summary>
    private static bool IsOfTime(SentenceView view, int at) =>
        view.NounAt(at) is { } time ? Victims.IsTime(view, time)
        : view.KindAt(at) == ChunkKind.Preposition && view.WordAt(at) is "in" or "over" or "during" or "for" or "at" && (view.NounAt(at + 1) is not { } when || Victims.IsTime(view, when) || view.Article.Tokens[when.Head].Word.Text is "period" or "time" or "point" or "stage");
}
