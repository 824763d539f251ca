using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"12 people were killed by gunmen": the subject is harmed.</summary>
internal sealed class PassiveRule : CasualtyRule
{
    public override string Id => "casualties.passive";

    public override string Summary => "The subject of a passive verb is harmed; behind \"by\" stands who did it.";

    public override string Example => "Twelve villagers were killed by gunmen.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is { Voice: Voice.Passive, Casualty.Frame: CasualtyFrame.Object } verb && !IsHabit(view, verb, view.SubjectOf(at)))
        {
            ReadSubject(view, at, view.SubjectOf(at), Id, found);
        }
    }

    /// <summary>The subject as the victims of a verb that happens to it.</summary>
    public static void ReadSubject(SentenceView view, int at, int subject, string rule, List<CasualtyMention> found)
    {
        if (subject < 0 || Trigger.Find(view, at) is not { } trigger || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        // "are feared killed", "was reported kidnapped": the participle before the casualty word hedges it.
        var hedge = view.VerbAt(at)!.Voice == Voice.BareParticiple ? Modality.OfReport(view.VerbAt(view.SkipLeft(at - 1))) : null;
        var by = view.SkipRight(trigger.Last + 1);
        // "a woman and two policemen, and 40 wounded": a bare number has its participle for itself.
        var isBare = view.VerbAt(at)!.Voice == Voice.BareParticiple && subject == at - 1 && view.NounAt(subject) is { IsElliptic: true };
        Mentions.Add(view, isBare ? view.Such(view.Coordinated(subject, leftwards: true), who => who is { IsElliptic: true }) : view.Coordinated(subject, leftwards: true), Mentions.Of(view, trigger, rule) with
        {
            Agent = Doers.Behind(view, by),
            IsNegated = view.VerbAt(at)!.IsNegated,
            Certainty = hedge ?? certainty,
        }, found);
    }

    /// <summary>"reporters are killed": what happens in general counts nobody.</summary>
    private static bool IsHabit(SentenceView view, VerbGroup verb, int subject) =>
        view.NounAt(subject) is { Count: null, IsPlural: true, IsPronoun: false } && view.Article.Tokens[verb.First].Word.Text == "are" && verb.Main == verb.First + 1;
}
