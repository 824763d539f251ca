using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"two dead soldiers", "one wounded policeman": a casualty word before the noun it is said of.</summary>
internal sealed class DeadSoldiersRule : CasualtyRule
{
    private static readonly CasualtyTerm Murdered = new("murder", CasualtyFrame.Object, CasualtyCategory.Killed, [], null);

    public override string Id => "casualties.dead-soldiers";

    public override string Summary => "A casualty adjective or participle before the noun, where a count or an indefinite article stands before both.";

    public override string Example => "The clash resulted in two dead soldiers.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.NounPhrase];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is not { Person: not null } phrase || (phrase.Count is null && !phrase.IsPlural && !IsIndefinite(view, phrase)))
        {
            return;
        }

        if (Harm(view, at, phrase, found) is { } harm && Modality.OfNoun(view, at) is { } certainty)
        {
            found.Add(new CasualtyMention
            {
                Sentence = view.Index,
                TriggerFirst = harm.Token,
                TriggerEnd = harm.Token + 1,
                Terms = [harm.Term],
                Victim = view.VictimAt(at),
                Rule = Id,
                Certainty = certainty,
            });
        }
    }

    /// <summary>What the phrase itself says to have happened to its people, and the token that does; null where none does.</summary>
    private static (CasualtyTerm Term, int Token)? Harm(SentenceView view, int at, NounPhrase phrase, List<CasualtyMention> found)
    {
        if (phrase.Count is { Relation: not CountRelation.Unquantified } && DisplacedPeople.Are(phrase) && IsOnlyThat(view, at))
        {
            // "The camp houses 3,000 displaced people"
            return (DisplacedPeople.Term, phrase.PersonToken);
        }

        if (phrase.Count is not null && OfVictims(view, phrase) is { } deed)
        {
            return (deed, phrase.Head);
        }

        for (var token = phrase.First; token < phrase.Head; token++)
        {
            var word = view.Article.Tokens[token].Word;
            var fits = word.Casualty is { Frame: CasualtyFrame.Predicate or CasualtyFrame.Attribute }
                || (word.Casualty is { Frame: CasualtyFrame.Object } && view.Article.Tokens[token].Is(WordClass.VerbParticiple));
            if (phrase.Count is null && phrase.IsPlural && !(word.Casualty is { Frame: CasualtyFrame.Object, Category: CasualtyCategory.Killed } && (phrase.Determiner & WordClass.Article) != 0))
            {
                // "wounded soldiers" are any; "the murdered priests" are some.
                continue;
            }

            if (fits && phrase.Count is null && phrase.IsPlural && Mentions.Last(view, found, 3).Any(static told => told.Terms[0].Category == CasualtyCategory.Killed && (told.Counted ?? told.Victim?.Phrase)?.Count is { Low: > 1 }))
            {
                // "was found on the slain men": those told before.
                return null;
            }

            if (fits && !(word.Casualty!.Category == CasualtyCategory.Killed && ChangedHands.Did(view, at))
                && !(word.Casualty.Category is CasualtyCategory.Abducted or CasualtyCategory.Captured && ChangedHands.AreFreed(view, at)))
            {
                return (word.Casualty, token);
            }
        }

        return null;
    }

    /// <summary>"102 murder victims", "two massacre victims": the deed they are victims of; null where none is named.</summary>
    private static CasualtyTerm? OfVictims(SentenceView view, NounPhrase phrase) => view.Article.Tokens[phrase.Head].Word.Text switch
    {
        "murder victims" => Murdered,
        "victims" when phrase.Head > phrase.First => view.Article.Tokens[phrase.Head - 1].Word.CasualtyNoun is { Frame: CasualtyFrame.Event } deed ? deed : null,
        _ => null,
    };

    /// <summary>"12 displaced people were killed", "3,000 displaced people returned": something else is told of them.</summary>
    private static bool IsOnlyThat(SentenceView view, int at) =>
        view.VerbAt(view.SkipRight(at + 1)) is not ({ Casualty: not null } or { Verb.Lemma: "return" or "resettle" or "repatriate" }) && view.VerbAt(view.SkipLeft(at - 1)) is not { Casualty: not null }
        && !(view.IsPreposition(at - 1, "of") && view.NounAt(at - 2)?.Count is not null);

    private static bool IsIndefinite(SentenceView view, NounPhrase phrase) =>
        view.Article.Tokens[phrase.First].Word.Text is "a" or "an" or "one" or "another";
}
