using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Two of them are critical", "the condition of three of the injured is said to be serious": how badly off some of the hurt are.</summary>
internal sealed class ConditionRule : CasualtyRule
{
    private static readonly CasualtyTerm Badly = new("condition", CasualtyFrame.Predicate, CasualtyCategory.Injured, [], null) { IsOfPeopleOnly = true, IsDegree = true };

    public override string Id => "casualties.condition";

    public override string Summary => "Some of the hurt who are critical, or whose condition is.";

    public override string Example => "The condition of two of the injured is critical.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.Adjective];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (!IsBad(view, at) || view.KindAt(at + 1) == ChunkKind.Preposition || Verb(view, at) is not (>= 0 and var verb) || view.VerbAt(verb)!.IsNegated
            || Modality.OfVerb(view, verb) is not { } certainty)
        {
            return;
        }

        var some = SomeOfCondition(view, verb);
        some = some < 0 && view.WordAt(at) == "critical" ? SomeBefore(view, verb) : some;
        if (some >= 0)
        {
            Mentions.Add(view, [some], new CasualtyMention
            {
                Sentence = view.Index,
                TriggerFirst = view.Chunks[at].First,
                TriggerEnd = view.Chunks[at].End,
                Terms = [Badly],
                Rule = Id,
                Certainty = certainty,
            }, found);
        }
    }

    public static bool IsBad(SentenceView view, int at) => view.WordAt(at) is "critical" or "serious" or "grave";

    /// <summary>The finite verb: "is critical", "remains critical", "is said to be critical".</summary>
    private static int Verb(SentenceView view, int at)
    {
        var verb = view.SkipLeft(at - 1);
        return view.VerbAt(verb) switch
        {
            { } when view.WordAt(verb) == "to" && view.VerbAt(view.SkipLeft(verb - 1)) is { Voice: Voice.Passive, Reporting: not null } => view.SkipLeft(verb - 1),
            { IsAuxiliaryOnly: true } or { Verb.Lemma: "remain" } => verb,
            _ => -1,
        };
    }

    /// <summary>"the condition of two of the injured", "of four others".</summary>
    private static int SomeOfCondition(SentenceView view, int verb)
    {
        var first = verb - 1;
        while (view.KindAt(first) is ChunkKind.NounPhrase or ChunkKind.Preposition && !(view.NounAt(first) is { } noun && view.Article.Tokens[noun.Head].Word.Text is "condition"))
        {
            first--;
        }

        return view.NounAt(first) is not null && view.IsPreposition(first + 1, "of") && view.NounAt(first + 2) is { Count: not null } ? first + 2 : -1;
    }

    /// <summary>"two of them", "three of the injured".</summary>
    private static int SomeBefore(SentenceView view, int verb) =>
        view.SubjectOf(verb) is >= 0 and var subject && view.NounAt(subject) is { IsElliptic: true, Count: not null } && view.IsPreposition(subject + 1, "of") && view.NounAt(subject + 2) is { } group
        && (group.IsPronoun || Wholes.IsTheHarmed(view, group) || view.Article.Tokens[group.Head].Word.Text == "victims")
            ? subject
            : -1;
}
