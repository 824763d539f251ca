using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Two of the injured did not survive", "none of the 22 crew survived", "five of them did not make it": whoever does not live through it is dead.</summary>
internal sealed class SurvivedRule : CasualtyRule
{
    private static readonly CasualtyTerm NotSurvived = new("not survive", CasualtyFrame.Subject, CasualtyCategory.Killed, [], null);

    public override string Id => "casualties.survived";

    public override string Summary => "People who did not survive, or did not make it.";

    public override string Example => "Two of the injured did not survive.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is { Verb.Lemma: "survive", IsNegated: false, Modal: < 0, Voice: Voice.Active or Voice.BareParticiple } lived && IsLife(view, at, lived))
        {
            ReadNone(view, at, lived, found);
            return;
        }

        // "failed to survive": the failure has the subject.
        var governing = view.SkipLeft(at - 1);
        var failed = view.VerbAt(at) is { Voice: Voice.Infinitive, IsNegated: false } && view.VerbAt(governing) is { Verb.Lemma: "fail", IsNegated: false } ? governing : -1;
        if (view.VerbAt(at) is not { Voice: not Voice.Passive } verb || !(failed >= 0 || verb.IsNegated) || !IsLife(view, at, verb)
            || view.SubjectOf(failed >= 0 ? failed : at) is not (>= 0 and var subject) || !AreSome(view, subject) || Modality.OfVerb(view, failed >= 0 ? failed : at) is not { } certainty)
        {
            return;
        }

        Mentions.Add(view, view.Coordinated(subject, leftwards: true), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = failed >= 0 ? view.Chunks[failed].First : verb.First,
            TriggerEnd = view.Chunks[verb.Verb!.Lemma == "make" ? at + 1 : at].End,
            Terms = [NotSurvived],
            Rule = Id,
            Certainty = certainty,
        }, found);
    }

    /// <summary>"None of its crew of 22 survived", "not one of the 40 passengers survived": all of them are dead, where they are counted.</summary>
    private void ReadNone(SentenceView view, int at, VerbGroup verb, List<CasualtyMention> found)
    {
        var last = view.SkipLeft(at - 1);
        var of = last;
        while (view.KindAt(of) is ChunkKind.NounPhrase or ChunkKind.Preposition && !(view.IsPreposition(of, "of") && IsNone(view, of - 1)))
        {
            of--;
        }

        var counted = Enumerable.Range(of, Math.Max(last - of + 1, 0)).FirstOrDefault(chunk => view.NounAt(chunk)?.Count is not null, -1);
        if (!view.IsPreposition(of, "of") || counted < 0 || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        var number = view.NounAt(counted)!;
        found.Add(new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = view.Chunks[of - 1].First,
            TriggerEnd = verb.End,
            Terms = [NotSurvived],
            Victim = number.IsElliptic && view.IsPreposition(counted - 1, "of") && view.NounAt(counted - 2) is { Person: not null } crew ? new Victim(number, crew) : new Victim(number),
            Rule = Id,
            Certainty = certainty,
        });
    }

    /// <summary>"none of", "not one of", "not a single one of".</summary>
    private static bool IsNone(SentenceView view, int at) => view.NounAt(at) is { } phrase
        && (view.Article.Tokens[phrase.Head].Is(WordClass.Negator) || (phrase.Count is { Low: 1, High: 1 } && phrase.First > view.Sentence.First && view.Article.Tokens[phrase.First - 1].Word.Text == "not"));

    /// <summary>What is not survived is nothing, a time or a harm: a minister who does not survive a vote or a reshuffle lives.</summary>
    private static bool IsLife(SentenceView view, int at, VerbGroup verb) => verb.Verb?.Lemma switch
    {
        "survive" => view.ObjectOf(at) < 0 || IsOfLife(view, view.NounAt(view.ObjectOf(at))!),
        "make" => view.WordAt(at + 1) == "it" && (view.KindAt(at + 2) is ChunkKind.Stop or ChunkKind.Comma or ChunkKind.Coordinator or ChunkKind.Other || view.WordAt(at + 2) is "alive" or "out"),
        _ => false,
    };

    private static bool IsOfLife(SentenceView view, NounPhrase what) => view.Article.Tokens[what.Head].Word is var word
        && (Victims.IsTime(view, what) || what.IsPronoun || Wounds.Is(word) || word.CasualtyNoun is not null || word.NotPeople is "weapon" || word.Text is "captivity" or "journey" or "ordeal" or "captor" or "fall" or "jump"
            || (word.NotPeople == "event" && word.Text is not ("vote" or "election" or "referendum" or "inquiry" or "investigation" or "game" or "match" or "hearing" or "test")));

    /// <summary>A company or a government that does not survive is no casualty: some of a number, or one.</summary>
    private static bool AreSome(SentenceView view, int subject) =>
        view.NounAt(subject) is { Count: not null } or { Person: { IsCollective: false }, Organization: null } or { IsPronoun: true } or { HasName: true };
}
