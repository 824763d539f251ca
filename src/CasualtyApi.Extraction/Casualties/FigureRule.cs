using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Officials acknowledged 230 deaths. Amnesty counted 304.": another's figure for what was told just before.</summary>
internal sealed class FigureRule : CasualtyRule
{
    public const string RuleId = "casualties.figure";

    public override string Id => RuleId;

    public override string Summary => "A bare figure that somebody gives for the harm told just before.";

    public override string Example => "At least 230 people were killed. Amnesty counted 304.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.NounPhrase];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is not { Count: { Relation: not CountRelation.Unquantified } count } phrase || !(phrase.IsElliptic || IsOfVictims(view, at, phrase)))
        {
            return;
        }

        var number = phrase.IsElliptic ? phrase : NounPhrase.Alone(phrase, count);
        if (!number.IsPlural || !(IsGiven(view, at) || IsNext(view, at) || !phrase.IsElliptic)
            || view.KindAt(at + 1) is not (ChunkKind.Stop or ChunkKind.Comma or ChunkKind.Other or ChunkKind.Coordinator or ChunkKind.Close) || view.NounAt(at + 2) is { Count: not null, IsElliptic: true }
            || Mentions.IsTold(view, found, number) || Modality.OfNoun(view, at) is not { } certainty)
        {
            return;
        }

        if (Leading.Told(view, number.First, found, IsOfIt(view, at) && BeginsBehind(view, at) ? 0 : 1, count.Low ?? count.High) is { IsNegated: false } told
            && (told.Counted ?? told.Victim?.Phrase) is { Count: { Relation: not CountRelation.Unquantified, Low: not 1 } } or { Count: null, IsPlural: true, IsPronoun: false, Person: not null })
        {
            found.Add(new CasualtyMention
            {
                Sentence = view.Index,
                TriggerFirst = number.First,
                TriggerEnd = number.End,
                Terms = told.Terms,
                Victim = ReferenceEquals(told, found[^1]) || told.Victim?.Who is not { Person: not null } who ? new Victim(number) : new Victim(number, who),
                Rule = Id,
                Certainty = IsEstimate(view, at) ? Certainty.Estimated : certainty,
                Replaces = IsNext(view, at) ? told : null,
            });
        }
    }

    /// <summary>"acknowledged only dozens of victims": victims of what was told just before.</summary>
    private static bool IsOfVictims(SentenceView view, int at, NounPhrase phrase) =>
        phrase.Count!.Next == phrase.Head && view.Article.Tokens[phrase.Head].Word.Text == "victims"
        && view.VerbAt(view.SkipLeft(at - 1)) is { Voice: Voice.Active or Voice.BareParticiple, IsNegated: false, Modal: < 0, Verb.Lemma: "acknowledge" or "admit" or "concede" or "count" or "report" or "confirm" };

    /// <summary>"38 people died, then 45, before settling on 41": the figure that the same voice gives next.</summary>
    private static bool IsNext(SentenceView view, int at) =>
        (view.WordAt(at - 1) is "then" or "later" && view.KindAt(at - 2) is ChunkKind.Comma or ChunkKind.Coordinator)
        || (view.IsPreposition(at - 1, "on") && view.VerbAt(at - 2) is { Verb.Lemma: "settle", IsNegated: false, Modal: < 0 });

    /// <summary>"Unofficial estimates run as high as 10,000", "other estimates range from 2,000 to 3,000".</summary>
    private static bool IsEstimate(SentenceView view, int at)
    {
        if (view.NounAt(at - 1) is { } both && view.Article.Tokens[both.Head].Word.Text is "range" or "vary" && view.Article.Tokens[both.Head - 1].Word.Text == "estimates")
        {
            // "estimates range from": a verb that could be a noun.
            return true;
        }

        var verb = view.SkipLeft(view.KindAt(at - 1) == ChunkKind.Preposition && view.WordAt(at - 1) is "from" or "between" or "to" or "at" ? at - 2 : at - 1);
        return view.VerbAt(verb) is { Voice: not Voice.Passive, IsNegated: false, Modal: < 0 } goes && (goes.IsAuxiliaryOnly || goes.Verb?.Lemma is "run" or "range" or "go" or "reach" or "vary" or "stand" or "start")
            && view.NounAt(view.SubjectOf(verb)) is { } subject && view.Article.Tokens[subject.Head].Word.Text is "estimate" or "estimates";
    }

    /// <summary>"counted 304", "had spoken of 51", "says 40,000".</summary>
    private static bool IsGiven(SentenceView view, int at)
    {
        if (view.IsPreposition(at - 1, "of") && view.NounAt(at - 2) is { Count: null } thing && view.Article.Tokens[thing.Head].Word.Text is "figure" or "number" or "total" or "estimate" or "count" or "tally")
        {
            // "later gave the figure of 54", ", giving a final count of 26"
            return view.VerbAt(view.SkipLeft(at - 3)) is { Voice: Voice.Active or Voice.BareParticiple or Voice.Ing, IsNegated: false, Verb.Lemma: "give" or "cite" or "accept" or "offer" or "issue" or "publish" or "provide" }
                || (view.VerbAt(view.SkipLeft(at - 3)) is { Voice: Voice.Ing, Verb.Lemma: "revise" or "raise" or "replace" or "correct" or "update" or "double" or "triple" } && view.Article.Tokens[thing.First + 1].Word.Text is "earlier" or "previous" or "initial" or "first");
        }

        if (IsEstimate(view, at))
        {
            return true;
        }

        if (IsOfIt(view, at))
        {
            return true;
        }

        var verb = view.SkipLeft(view.IsPreposition(at - 1, "of") ? at - 2 : at - 1);
        return view.VerbAt(verb) is { Voice: Voice.Active or Voice.BareParticiple, IsNegated: false } given
            && (view.IsPreposition(at - 1, "of") ? given.Verb?.Lemma == "speak" : given.Verb?.Lemma is "count" or "say" or "tally" or "report" or "document" or "record" or "give" or "list" or "confirm" or "acknowledge" or "concede");
    }

    /// <summary>People, a body or a report; "the second goal made it two".</summary>
    private static bool MayCount(SentenceView view, int subject) =>
        view.NounAt(subject) is { } who && (who.IsPronoun ? view.WordAt(subject) is not ("it" or "that" or "this") : who.Person is not null || who.Organization is not null || who.Country is not null || view.Article.Tokens[who.Head].Is(WordClass.ReportingNoun));

    /// <summary>"Turnout was low; the commission put it at 40": a clause before in the same sentence tells what "it" is.</summary>
    private static bool BeginsBehind(SentenceView view, int at) =>
        view.Chunks.Take(Math.Max(view.VerbBefore(at), 0)).Any(chunk => chunk is VerbGroup { Reporting: null });

    /// <summary>"A doctor made it 73", "others put it at 60".</summary>
    private static bool IsOfIt(SentenceView view, int at)
    {
        var isPut = view.IsPreposition(at - 1, "at");
        var it = isPut ? at - 2 : at - 1;
        return view.NounAt(it) is { IsPronoun: true } && view.WordAt(it) == "it" && view.VerbAt(it - 1) is { Voice: Voice.Active or Voice.BareParticiple, IsNegated: false, Modal: < 0, Verb.Lemma: var lemma } && lemma == (isPut ? "put" : "make")
            && (isPut || view.NounAt(at)!.Count!.Relation != CountRelation.Exactly || MayCount(view, view.SubjectOf(it - 1)));
    }
}
