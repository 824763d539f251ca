using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Parties;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"40 people died": the subject is harmed, and nobody is said to have done it.</summary>
internal sealed class DiedRule : CasualtyRule
{
    private static readonly CasualtyTerm Unsaved = new("save", CasualtyFrame.Subject, CasualtyCategory.Killed, [], null) { IsOfPeopleOnly = true };

    public override string Id => "casualties.died";

    public override string Summary => "The subject of a verb such as \"die\", \"disappear\" or \"flee\" is harmed.";

    public override string Example => "At least 40 passengers died.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is { Voice: Voice.Passive, IsNegated: true, Modal: >= 0 and var could, Verb.Lemma: "save" or "revive" or "resuscitate" } lost && view.Article.Tokens[could].Word.Text == "could" && view.SubjectOf(at) is >= 0 and var dead
            && view.EndsBefore(at + 1) && view.NounAt(dead) is not null && view.VictimAt(dead).Who is var who && (who is { Person.IsCollective: false } || Victims.IsPersonal(view.Article, who)))
        {
            // "was airlifted but could not be saved"
            Mentions.Add(view, view.Coordinated(dead, leftwards: true), new CasualtyMention { Sentence = view.Index, TriggerFirst = lost.First, TriggerEnd = lost.End, Terms = [Unsaved], Rule = Id }, found);
            return;
        }

        if (view.VerbAt(at) is { Casualty.Frame: CasualtyFrame.Subject } verb && SubjectOf(view, at, verb) is var subject and >= 0 && !IsPrivate(view, at, subject) && !OldAge.Is(view, at) && !IsEscape(view, at, subject) && !IsGivingIn(view, at) && !IsSuspect(view, verb, subject) && !IsSeen(view, subject) && !(verb.Casualty.Term is "fall dead" or "drop dead" && view.KindAt(at + 1) == ChunkKind.Adjective))
        {
            PassiveRule.ReadSubject(view, at, subject, Id, found);
        }
    }

    /// <summary>"The man suspected of the attack surrendered": whoever is no fighter and alone gives himself up to the law.</summary>
    private static bool IsSuspect(SentenceView view, VerbGroup verb, int subject) =>
        verb.Verb?.Lemma == "surrender" && view.NounAt(subject) is { Count: null, IsPlural: false } who && PartyReader.KindOf(view.Article, who) is PartyKind.People or PartyKind.Civilians;

    /// <summary>The chunk of those who die or flee: "with 300 fighters surrendering", "were feared drowned"; −1 if there are none.</summary>
    private static int SubjectOf(SentenceView view, int at, VerbGroup verb)
    {
        if (verb is { Voice: Voice.Active or Voice.BareParticiple, Verb.Lemma: "drown" } && view.ObjectOf(at) is >= 0 and var drowned && view.NounAt(drowned) is { Person: not null })
        {
            // "The floods drowned twelve people"
            return drowned;
        }

        var before = view.KindAt(view.SkipLeft(at - 1));
        var hangsOnNoun = verb.Voice switch { Voice.BareParticiple => before == ChunkKind.VerbGroup, Voice.Ing => before == ChunkKind.NounPhrase, _ => false };
        return hangsOnNoun ? view.NounBefore(at) : view.SubjectOf(at);
    }

    /// <summary>"The gunmen fled", "the driver fled the scene": whoever gets away from what he did is not displaced.</summary>
    private static bool IsEscape(SentenceView view, int at, int subject) =>
        view.VerbAt(at)!.Verb?.Lemma == "flee" && (view.NounAt(subject) is { Person.Kind: PartyKind.ArmedGroup }
            || (view.NounAt(view.WordAt(at + 1) == "from" ? at + 2 : at + 1) is { } from && view.Article.Tokens[from.Head].Word.Text == "scene"));

    /// <summary>"might see 10,000 soldiers die": nobody has seen it.</summary>
    private static bool IsSeen(SentenceView view, int subject) => view.VerbAt(view.SkipLeft(subject - 1)) is { Verb.Lemma: "see" or "watch" or "witness", Modal: >= 0 };

    /// <summary>How many tokens behind a death what it was by may stand.</summary>
    private const int FarthestHarm = 40;

    /// <summary>Whether the sentence has a weapon, an event or another harm behind the verb.</summary>
    private static bool TellsOfViolence(SentenceView view, int verb)
    {
        for (var token = view.Chunks[verb].End; token < Math.Min(view.Sentence.End, view.Chunks[verb].End + FarthestHarm); token++)
        {
            if (view.Article.Tokens[token] is var word && (word.Is(WordClass.Casualty) || word.Word.CasualtyNoun is not null || word.Word.NotPeople is "weapon" or "event" || word.Word.Text is "fire" or "flood")) return true;
        }

        return false;
    }

    /// <summary>"succumbed to pressure": whoever gives in lives.</summary>
    private static bool IsGivingIn(SentenceView view, int at) =>
        view.VerbAt(at)!.Verb?.Lemma == "succumb"
        && view.Article.Tokens[view.NounAt(at + 2)?.Head ?? view.VerbAt(at + 1)?.Main ?? view.Chunks[at].First].Word.Text is "pressure" or "pressures" or "temptation" or "temptations" or "demand" or "demands" or "threat" or "threats" or "fear" or "blackmail" or "panic" or "despair";

    /// <summary>"The director died of cancer", "she died peacefully", "Ana Ruiz has died at her home", "died aged 87": one person's natural death is nobody's casualty.</summary>
    private static bool IsPrivate(SentenceView view, int at, int subject)
    {
        var lemma = view.VerbAt(at)!.Verb?.Lemma;
        if (lemma is not ("die" or "pass away") || view.NounAt(subject) is not { IsPlural: false, Count: null })
        {
            return false;
        }

        if (lemma == "pass away")
        {
            return true;
        }

        for (var behind = at + 1; behind < view.Chunks.Count && behind < at + 8 && view.KindAt(behind) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Adverb or ChunkKind.Adjective or ChunkKind.Comma or ChunkKind.Other; behind++)
        {
            var last = view.Article.Tokens[view.Chunks[behind].End - 1].Word.Text;
            if (view.WordAt(behind) is "peacefully" || (last == "home" && view.IsPreposition(behind - 1, "at") && view.NounAt(subject)!.HasName && view.VerbAt(at)!.IsPerfect && !TellsOfViolence(view, at)) || last is "cancer" or "leukaemia" or "leukemia" or "pneumonia" or "stroke" or "dementia" or "alzheimer's" or "diabetes" or "sleep" or "causes" or "illness" or "disease" or "tumour" or "tumor" or "ailment" or "childbirth" or "complications"
                || (last == "attack" && view.Article.Tokens[view.Chunks[behind].End - 2].Word.Text == "heart") || (last == "age" && view.WordAt(behind) == "old"))
            {
                return true;
            }
        }

        return false;
    }
}
