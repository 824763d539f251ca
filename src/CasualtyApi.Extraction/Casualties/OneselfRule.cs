using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"the bomber blew himself up", "three prisoners hanged themselves": whoever does it to himself is dead by his own hand.</summary>
internal sealed class OneselfRule : CasualtyRule
{
    private static readonly CasualtyTerm Suicide = new("suicide", CasualtyFrame.Subject, CasualtyCategory.Killed, [], "suicide") { IsOfPeopleOnly = true };

    public override string Id => "casualties.oneself";

    public override string Summary => "People who kill, hang or blow up themselves.";

    public override string Example => "Two attackers blew themselves up at the gate.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is not { Voice: not Voice.Passive, IsNegated: false } verb || Self(view, at, verb) is not (>= 0 and var target))
        {
            return;
        }

        // "killing themselves and nine soldiers", "killing four people and himself"
        var harmed = verb.Verb?.Lemma == "kill" ? view.Coordinated(target, leftwards: false) : [target];
        var self = harmed.FirstOrDefault(one => IsReflexive(view.NounAt(one), view.Article), -1);
        if (self < 0 || End(view, verb, self) is not { } end || (Modality.OfVerb(view, at) ?? IsLast(view, at)) is not { } certainty || Doer(view, at, verb) is not (>= 0 and var doer))
        {
            return;
        }

        var mention = new CasualtyMention { Sentence = view.Index, TriggerFirst = verb.First, TriggerEnd = end, Terms = [Suicide], Rule = Id, Certainty = certainty };
        Mentions.Add(view, view.Such(view.Coordinated(doer, leftwards: true), who => who is { IsPronoun: false }), mention, found);
        if (verb.Casualty is { } deed)
        {
            Mentions.Add(view, harmed.Where(one => one != self), mention with { TriggerEnd = verb.End, Terms = [deed], Agent = view.NounAt(doer) }, found);
        }
    }

    /// <summary>"killed three people before turning the gun on himself": the last thing that he did.</summary>
    private static Certainty? IsLast(SentenceView view, int at) =>
        view.WordAt(at - 1) == "before" && view.VerbAt(view.VerbBefore(at)) is { IsNegated: false, Modal: < 0, Voice: not Voice.Infinitive } ? Certainty.Stated : null;

    /// <summary>The object; "turned the gun on himself".</summary>
    private static int Self(SentenceView view, int at, VerbGroup verb) =>
        verb.Verb?.Lemma == "turn" && view.NounAt(view.ObjectOf(at)) is { } gun && view.Article.Tokens[gun.Head].Word.NotPeople is "weapon" or "equipment" && view.IsPreposition(view.ObjectOf(at) + 1, "on") ? view.ObjectOf(at) + 2 : view.ObjectOf(at);

    private static bool IsReflexive(NounPhrase? phrase, Article article) => phrase is { IsPronoun: true } && article.Tokens[phrase.Head].Word.Text is "himself" or "herself" or "themselves";

    /// <summary>The end of the words that make it a suicide; null where they make none ("shot himself in the foot", "blew themselves a horn").</summary>
    private static int? End(SentenceView view, VerbGroup verb, int self) => verb.Verb?.Lemma switch
    {
        "kill" or "hang" => view.Chunks[self].End,
        "turn" when view.IsPreposition(self - 1, "on") => view.Chunks[self].End,
        "shoot" when view.WordAt(self + 1) == "dead" => view.Chunks[self + 1].End,
        "shoot" when (view.WordAt(self + 1) == "rather" && view.WordAt(self + 2) == "than") || (view.EndsBefore(self + 1) && view.WordAt(view.At(verb.First) - 1) is "then" or "later") => view.Chunks[self].End,
        "blow" when view.WordAt(self + 1) == "up" => view.Chunks[self + 1].End,
        _ => null,
    };

    /// <summary>The subject; of a participle behind its clause ("detonated their vests, killing themselves") the clause's.</summary>
    private static int Doer(SentenceView view, int at, VerbGroup verb)
    {
        if (verb.Voice != Voice.Ing || view.KindAt(view.SkipLeft(at - 1)) == ChunkKind.NounPhrase)
        {
            return view.SubjectOf(at);
        }

        var clause = at - 1;
        while (clause >= 0 && view.KindAt(clause) != ChunkKind.Stop && view.VerbAt(clause) is null or { Voice: Voice.Ing or Voice.Infinitive })
        {
            clause--;
        }

        return view.VerbAt(clause) is { Voice: not Voice.Passive } ? view.SubjectOf(clause) : -1;
    }
}
