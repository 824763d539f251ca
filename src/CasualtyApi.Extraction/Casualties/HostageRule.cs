using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"took 12 people hostage", "30 hostages were taken", "were taken prisoner".</summary>
internal sealed class HostageRule : CasualtyRule
{
    public override string Id => "casualties.hostage";

    public override string Summary => "People taken or held: hostages are abducted, prisoners of war captured.";

    public override string Example => "The rebels took twelve villagers hostage.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.NounPhrase, ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is { Count: { } few } some && few.Next == some.Head && view.Article.Tokens[some.Head].Word.Verb?.Lemma == "take" && IsAlive(view, at + 1))
        {
            // "and more than 20 taken alive"
            found.Add(new CasualtyMention { Sentence = view.Index, TriggerFirst = few.Next, TriggerEnd = view.Chunks[at + 1].End, Terms = [Captivity.Prisoner], Victim = new Victim(NounPhrase.Alone(some, few)), Rule = Id });
            return;
        }

        if (view.NounAt(at) is { Count: { } count } counted && count.Next == counted.Head - 1 && view.Article.Tokens[counted.Head - 1].Word.Verb?.Lemma is "take" or "hold"
            && Captivity.Of(view.Article.Tokens[counted.Head].Word.Text) is { } status)
        {
            // "and 11 taken prisoner"
            found.Add(new CasualtyMention { Sentence = view.Index, TriggerFirst = count.Next, TriggerEnd = counted.End, Terms = [status], Victim = new Victim(NounPhrase.Alone(counted, count)), Rule = Id });
            return;
        }

        if (view.VerbAt(at) is { } state && (state.IsAuxiliaryOnly || state.Verb?.Lemma is "remain" or "stay"))
        {
            ReadState(view, at, state, found);
            return;
        }

        if (view.VerbAt(at) is not { Verb.Lemma: "take" or "hold" or "keep" or "seize" } verb || Trigger.IsSecondOfRun(view, at) || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        var target = view.ObjectOf(at);
        if (verb is { Voice: not Voice.Passive, IsNegated: false, Verb.Lemma: "hold" or "take" or "seize" } && view.NounAt(target) is { Count: not null } held && Captivity.Of(view.Article.Tokens[held.Head].Word.Text) is { } taken
            && MakesThemSuch(view, target, verb, taken) && Status(view, view.SkipRight(target + 1)) is null)
        {
            // "is holding 64 hostages", "took 1,630 prisoners"
            found.Add(new CasualtyMention { Sentence = view.Index, TriggerFirst = verb.First, TriggerEnd = verb.End, Terms = [taken], Victim = view.VictimAt(target), Rule = Id, Certainty = certainty, Agent = Doers.Of(view, at) });
            return;
        }

        if (verb is { Voice: not Voice.Passive, IsNegated: false, Verb.Lemma: "take" } && view.NounAt(target) is { Count: { Low: not 1 } number } captured && (number.Next == captured.Head || (number.Next == captured.Head - 1 && view.Article.Tokens[number.Next].Word.Text == "others")) && view.Article.Tokens[captured.Head].Word.Text is "prisoner" or "captive")
        {
            // "took seven prisoner", "took 14 others prisoner"
            found.Add(new CasualtyMention { Sentence = view.Index, TriggerFirst = verb.First, TriggerEnd = captured.End, Terms = [Captivity.Prisoner], Victim = new Victim(NounPhrase.Alone(captured, number)), Rule = Id, Certainty = certainty, Agent = Doers.Of(view, at) });
            return;
        }

        if (verb is { Voice: not Voice.Passive, IsNegated: false, Verb.Lemma: "take" or "hold" } && target >= 0 && Status(view, target) is { } first && view.NounAt(target + 1) is { } next && (next.Count is not null || next.Determiner != 0))
        {
            // "took prisoner two officers"
            Mentions.Add(view, view.Coordinated(target + 1, leftwards: false), new CasualtyMention { Sentence = view.Index, TriggerFirst = verb.First, TriggerEnd = view.Chunks[target].End, Terms = [first], Rule = Id, Certainty = certainty, Agent = Doers.Of(view, at) }, found);
            return;
        }

        var behind = view.SkipRight(verb.Voice is Voice.Passive or Voice.BareParticiple && (target < 0 || Status(view, target) is not null) ? at + 1 : target + 1);
        if (view.IsPreposition(behind, "of") && view.NounAt(behind + 1) is not null && Status(view, view.SkipRight(behind + 2)) is not null)
        {
            // "took six of them prisoner"
            behind = view.SkipRight(behind + 2);
        }

        // "took the minister, Ana Ruiz, captive"
        var isNamed = view.KindAt(behind) == ChunkKind.Comma && view.NounAt(behind + 1) is { HasName: true } && view.KindAt(behind + 2) == ChunkKind.Comma;
        behind = isNamed ? behind + 3 : behind;

        var told = Status(view, behind);
        if ((told ?? StillHeld(view, at, verb, found)) is not { } term)
        {
            return;
        }

        var isPassive = told is null || behind == view.SkipRight(at + 1);
        var victim = !isPassive ? target : verb.Voice == Voice.BareParticiple ? view.NounBefore(at) : view.SubjectOf(at);
        if (victim >= 0)
        {
            Mentions.Add(view, isNamed ? [victim] : view.Coordinated(victim, leftwards: isPassive), new CasualtyMention
            {
                Sentence = view.Index,
                TriggerFirst = verb.First,
                TriggerEnd = told is null ? verb.End : view.Chunks[behind].End,
                Terms = [term],
                Rule = Id,
                IsNegated = verb.IsNegated,
                Certainty = certainty,
                Agent = isPassive ? Doers.Behind(view, view.SkipRight(told is null ? at + 1 : behind + 1)) : Doers.Of(view, at),
            }, found);
        }
    }

    /// <summary>Prisoners are made by taking them, and not by taking them somewhere; prisoners of war are held as well, where a prison may hold any others.</summary>
    private static bool MakesThemSuch(SentenceView view, int target, VerbGroup verb, CasualtyTerm taken) => taken.Term switch
    {
        "prisoner of war" when verb.Verb!.Lemma == "hold" => true,
        "prisoner" or "prisoner of war" => verb.Verb!.Lemma == "take" && view.EndsBefore(target + 1),
        _ => true,
    };

    /// <summary>"59 remain captive": counted, and not free yet.</summary>
    private void ReadState(SentenceView view, int at, VerbGroup verb, List<CasualtyMention> found)
    {
        var behind = view.SkipRight(at + 1);
        if (verb is { IsNegated: false, Modal: < 0 } && (Status(view, behind) ?? InCaptivity(view, at, behind, found) ?? StillThere(view, at, verb, behind)) is { } term && view.SubjectOf(at) is >= 0 and var subject && view.NounAt(subject)!.Count is not null && Modality.OfVerb(view, at) is { } certainty)
        {
            Mentions.Add(view, view.Coordinated(subject, leftwards: true), new CasualtyMention
            {
                Sentence = view.Index,
                TriggerFirst = verb.First,
                TriggerEnd = view.Chunks[view.KindAt(behind) == ChunkKind.Preposition ? behind + 1 : behind].End,
                Terms = [term],
                Rule = Id,
                Certainty = certainty,
            }, found);
        }
    }

    /// <summary>"Fifty hostages remain in Gaza": called hostages, and still there.</summary>
    private static CasualtyTerm? StillThere(SentenceView view, int at, VerbGroup verb, int behind) =>
        verb.Verb?.Lemma is "remain" or "stay" && view.IsPreposition(behind, "in") && view.NounAt(behind + 1) is not null && view.SubjectOf(at) is >= 0 and var subject && view.NounAt(subject) is { Count: not null } held ? Captivity.Of(view.Article.Tokens[held.Head].Word.Text) : null;

    /// <summary>"remain in Russian captivity", "in the hands of the kidnappers".</summary>
    private static CasualtyTerm? InCaptivity(SentenceView view, int verb, int at, List<CasualtyMention> found) =>
        Captivity.IsCaptivity(view, at, "in") ? Captivity.Held
        : view.SubjectOf(verb) is >= 0 and var held && (view.NounAt(held)!.Person is not null || (view.VictimAt(held).Group is { IsPronoun: true } && found.Count > 0 && found[^1].Sentence >= view.Index - 1)) && view.IsPreposition(at, "in") && view.WordAt(at + 1) == "the" && view.NounAt(at + 1) is { } hands && view.Article.Tokens[hands.Head].Word.Text == "hands" && view.IsPreposition(at + 2, "of") && view.NounAt(at + 3) is { Person.Kind: PartyKind.ArmedGroup } or { Organization.Kind: SourceKind.ArmedGroup } ? Captivity.Hostage
        : null;

    /// <summary>"21 hostages are still being held", "23 hostages were taken": what they are is said of them before, here or of the abducted of the sentence before: "Thirteen are still held".</summary>
    private static CasualtyTerm? StillHeld(SentenceView view, int at, VerbGroup verb, List<CasualtyMention> found) =>
        verb is not { Verb.Lemma: "hold" or "take" or "seize", Voice: Voice.Passive, IsNegated: false } || view.NounAt(view.SubjectOf(at)) is not { Count: not null } held ? null
        : Captivity.Of(view.Article.Tokens[held.Head].Word.Text) is { } status ? status
        : held.IsElliptic && verb.Verb.Lemma == "hold" && view.Article.Words(verb.First, verb.End).Contains("still", StringComparison.Ordinal) && Doers.Behind(view, at + 1) is not { Person.Kind: PartyKind.Police } && !view.IsPreposition(at + 1, "for") && found.Count > 0 && found[^1] is { Terms: [{ Category: CasualtyCategory.Abducted }], Whole: null, Sentence: var told } && told >= view.Index - 1 ? Captivity.Hostage
        : null;

    /// <summary>"prisoner", "hostage", "taken alive": what somebody is taken for.</summary>
    public static CasualtyTerm? Status(SentenceView view, int at) => Captivity.Of(view.WordAt(at)) ?? (IsAlive(view, at) && view.VerbAt(view.SkipLeft(at - 1)) is { Verb.Lemma: "take", Voice: Voice.Passive or Voice.BareParticiple } ? Captivity.Prisoner : null);

    /// <summary>"taken [alive]", and nothing behind that they are alive to.</summary>
    private static bool IsAlive(SentenceView view, int at) => view.WordAt(at) == "alive" && view.EndsBefore(at + 1);
}
