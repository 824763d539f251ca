using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"the bodies of 12 soldiers were found": bodies that are found are dead; bodies that change hands were counted before.</summary>
internal sealed class BodiesRule : CasualtyRule
{
    private static readonly CasualtyTerm Found = new("body", CasualtyFrame.Body, CasualtyCategory.Killed, [], null);

    public override string Id => "casualties.bodies";

    public override string Summary => "Bodies found are people killed; bodies returned, exchanged or buried are no new claim.";

    public override string Example => "Rescuers found the bodies of twelve miners.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup, ChunkKind.NounPhrase];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is { } verb)
        {
            ReadFound(view, at, verb, found);
            return;
        }

        if (view.WordAt(at) is "those" or "that" && view.IsPreposition(at + 1, "of"))
        {
            ReadThoseOf(view, at, found);
            return;
        }

        if (view.NounAt(at) is not { } phrase || view.Article.Tokens[phrase.Head].Word.CasualtyNoun is not { Frame: CasualtyFrame.Body } term
            || ChangedHands.Did(view, at) || Modality.OfNoun(view, at) is not { } certainty)
        {
            return;
        }

        // "the bodies of “scores” of rebels"
        var of = view.IsPreposition(at + 1, "of") && view.NounAt(view.SkipRight(at + 2)) is not null ? view.SkipRight(at + 2) : -1;
        if (term.Term == "skeleton" && !(phrase.Count is { } few && few.Next == phrase.Head && IsFound(view, at) && (of < 0 || Victims.AreSurelyPeople(view, view.VictimAt(of)))))
        {
            // "two dinosaur skeletons", "displayed 12 skeletons"
            return;
        }

        if (term.IsOfPeopleOnly && !(of >= 0 && Victims.AreSurelyPeople(view, view.VictimAt(of))))
        {
            // "the remains of a wall"
            return;
        }

        var mention = new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = phrase.First,
            TriggerEnd = phrase.End,
            Terms = [term],
            Rule = Id,
            Certainty = certainty,
        };
        if (phrase.Count is not null || (!phrase.IsPlural && view.Article.Tokens[phrase.First + (view.WordAt(at) is "a" or "another" ? 1 : 0)].Is(WordClass.Ordinal) && IsFound(view, at)))
        {
            // "a fifth body", "Second body found in river"
            found.Add(mention with { Counted = phrase, Victim = of >= 0 && Victims.AreSurelyPeople(view, view.VictimAt(of)) ? view.VictimAt(of) : null });
        }
        else if (of >= 0)
        {
            Mentions.Add(view, view.Coordinated(of, leftwards: false, root: at), mention, found);
        }
        else if (!phrase.IsPlural && IsFound(view, at) && DeedRule.Possessor(view, phrase) is { } whose && (whose.Phrase.IsPronoun || Victims.AreSurelyPeople(view, whose)))
        {
            found.Add(mention with { Victim = whose });
        }
    }

    /// <summary>"Thirty people were found in a mass grave", "30 more were found" behind bodies told just before: those found so are dead.</summary>
    private void ReadFound(SentenceView view, int at, VerbGroup verb, List<CasualtyMention> found)
    {
        if (verb is not { Voice: Voice.Passive, IsNegated: false, Verb.Lemma: "find" or "discover" or "recover" or "unearth" or "uncover" or "retrieve" } || view.SubjectOf(at) is not (>= 0 and var subject)
            || view.NounAt(subject) is not { Count: not null } counted || view.Article.Tokens[counted.Head].Word.CasualtyNoun is not null || !(IsInGrave(view, at) || AreMoreBodies(view, counted, found))
            || view.WordAt(view.SkipRight(at + 1)) is "alive" or "safe" or "unharmed" or "unhurt" || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        Mentions.Add(view, [subject], new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = verb.First,
            TriggerEnd = verb.End,
            Terms = [Found],
            Rule = Id,
            Certainty = certainty,
        }, found);
    }

    /// <summary>"three bodies, a day after those of a woman and two children were found": the bodies told just before say what those are.</summary>
    private void ReadThoseOf(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at + 2) is not ({ Count: not null } or { IsPlural: false, Person: not null }) || found.Count == 0 || found[^1].Rule != Id || found[^1].Sentence < view.Index - 1 || Modality.OfNoun(view, at) is not { } certainty)
        {
            return;
        }

        var victims = view.Coordinated(at + 2, leftwards: false, root: at);
        if (IsFound(view, victims[^1]) || IsFound(view, at))
        {
            Mentions.Add(view, victims, new CasualtyMention { Sentence = view.Index, TriggerFirst = view.Chunks[at].First, TriggerEnd = view.Chunks[at].End, Terms = [Found], Rule = Id, Certainty = certainty }, found);
        }
    }

    /// <summary>"His body was found", "neighbours discovered her body".</summary>
    private static bool IsFound(SentenceView view, int at)
    {
        var behind = view.SkipRight(at + 1);
        if (view.KindAt(behind) == ChunkKind.Comma && view.WordAt(behind + 1) == "that")
        {
            // "a body, that of a woman, was found"
            behind = view.OverPhrases(behind + 2) + 1;
        }

        var verb = view.VerbAt(behind) is { Voice: Voice.Passive } passive ? passive : view.VerbAt(view.SkipLeft(at - 1));
        return verb is { IsNegated: false, Modal: < 0, Verb.Lemma: "find" or "discover" or "recover" or "dump" or "unearth" or "pull" or "retrieve" };
    }

    private static bool IsInGrave(SentenceView view, int verb)
    {
        for (var at = verb + 1; view.KindAt(at) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Adverb or ChunkKind.VerbGroup; at++)
        {
            if (view.NounAt(at) is { } place && view.Article.Tokens[place.Head].Word.Text is "grave" or "graves" && view.KindAt(at - 1) == ChunkKind.Preposition)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A bare number, or so many more, behind bodies that were found.</summary>
    private bool AreMoreBodies(SentenceView view, NounPhrase counted, List<CasualtyMention> found) =>
        (counted.IsElliptic || view.Article.Tokens[counted.Head].Word.Text == "others")
        && found.Count > 0 && found[^1] is { Whole: null } last && last.Rule == Id && last.Sentence >= view.Index - 1;
}
