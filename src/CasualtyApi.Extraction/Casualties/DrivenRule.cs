using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Parties;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"driven from their homes", "forced to flee", "abandoned their homes": people displaced in other words.</summary>
internal sealed class DrivenRule : CasualtyRule
{
    private static readonly CasualtyTerm Driven = new("drive", CasualtyFrame.Object, CasualtyCategory.Displaced, [], null);

    public override string Id => "casualties.driven";

    public override string Summary => "People forced from their homes or forced to flee, and those who leave them behind.";

    public override string Example => "Some 12,000 people were forced from their homes.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is not { IsNegated: false } verb || End(view, at, verb) is not { } end || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        var goes = verb.Verb!.Lemma is "leave" or "abandon" or "seek" or "take" or "find";
        var isObject = !goes && verb.Voice != Voice.Passive && view.ObjectOf(at) >= 0;
        var victims = isObject ? view.ObjectOf(at) : verb.Voice == Voice.BareParticiple && !goes ? view.NounBefore(at) : view.SubjectOf(at);
        if (victims >= 0 && (view.NounAt(victims)!.Count is not null || view.CountedWith(victims) >= 0))
        {
            Mentions.Add(view, view.Coordinated(victims, leftwards: !isObject), new CasualtyMention
            {
                Sentence = view.Index,
                TriggerFirst = verb.First,
                TriggerEnd = end,
                Terms = [Driven],
                Rule = Id,
                Certainty = certainty,
                Agent = isObject ? Doers.Of(view, at) : Doers.Behind(view, view.SkipRight(at + 1)),
            }, found);
        }
    }

    /// <summary>The end of the words that make it a flight, or null.</summary>
    private static int? End(SentenceView view, int at, VerbGroup verb)
    {
        var behind = view.SkipRight((view.ObjectOf(at) is >= 0 and var target && verb.Voice != Voice.Passive ? target : at) + 1);
        return verb.Verb?.Lemma switch
        {
            "expel" when view.IsPreposition(behind, "from") && view.NounAt(behind + 1) is { } place && IsLand(view, place) => place.End,
            "expel" when verb.Voice == Voice.Passive && view.IsPreposition(behind, "to") && view.NounAt(behind + 1) is { } abroad && view.Article.Tokens[abroad.Head].Is(WordClass.Place | WordClass.Country) && view.NounAt(view.SubjectOf(at)) is { Person.Singular: not ("diplomat" or "ambassador" or "journalist" or "spy" or "student") } => abroad.End,
            "force" or "drive" or "uproot" or "expel" or "evict" or "push" or "chase" when view.KindAt(behind) == ChunkKind.Preposition && view.WordAt(behind) is "from" or "out" && IsHome(view, behind + 1) => view.Chunks[behind + 1].End,
            "force" or "drive" or "uproot" or "chase" when view.IsPreposition(behind, "from") && view.NounAt(behind + 1) is { } land && (IsLand(view, land) || view.Article.Tokens[land.Head].Word.Text is "border" or "borderlands") && view.NounAt(verb.Voice == Voice.Passive ? view.SubjectOf(at) : behind - 1) is { Person: not null } people && PartyReader.KindOf(view.Article, people) is not (PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police) => land.End,
            "force" or "compel" or "oblige" when view.VerbAt(behind) is { Voice: Voice.Infinitive, Verb.Lemma: "flee" or "leave" or "evacuate" or "relocate" or "move" } flight => flight.End,
            "seek" or "take" or "find" when verb.Voice != Voice.Passive && view.NounAt(view.ObjectOf(at)) is { Count: null } refuge && view.Article.TextOf(view.Article.Tokens[refuge.Head]) is "refuge" or "shelter" or "sanctuary" => refuge.End,
            "move" or "relocate" when verb.Voice == Voice.Passive => Shelter(view, at),
            "leave" or "abandon" when verb.Voice != Voice.Passive && IsHome(view, view.ObjectOf(at)) => view.Chunks[view.ObjectOf(at)].End,
            _ => null,
        };
    }

    /// <summary>"moved out of Surin to temporary shelters", "relocated to safer areas": the end of where they are moved to; null where that is no refuge.</summary>
    private static int? Shelter(SentenceView view, int verb)
    {
        for (var at = verb + 1; view.KindAt(at) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Adverb or ChunkKind.Coordinator; at++)
        {
            if (view.NounAt(at) is { } place && view.KindAt(at - 1) == ChunkKind.Preposition && view.WordAt(at - 1) is "to" or "into" or "in"
                && (view.Article.Tokens[place.Head].Word.Text is "shelter" or "shelters" or "safety" || view.Article.Tokens[place.First].Word.Text is "safer" or "safe" || view.Article.Tokens[place.Head - 1].Word.Text is "safer" or "safe"))
            {
                return place.End;
            }
        }

        return null;
    }

    /// <summary>"expelled from the enclave"; but a member is expelled from a party, a diplomat from the country.</summary>
    private static bool IsLand(SentenceView view, NounPhrase place) =>
        view.Article.Tokens[place.Head] is var head && (head.Is(WordClass.Place) || head.Word.Text is "enclave" or "city" or "town" or "village" or "villages" or "area" or "areas" or "region" or "territory" or "province" or "neighbourhood" or "neighborhood" or "camp" or "district");

    private static bool IsHome(SentenceView view, int at) =>
        view.NounAt(at) is { } phrase && (phrase.Determiner & WordClass.Possessive) != 0 && view.Article.Tokens[phrase.Head].Word.Text is "home" or "homes" or "house" or "houses" or "village" or "villages" or "land" or "lands" or "farm" or "farms" or "field" or "fields" or "dwelling" or "dwellings";
}
