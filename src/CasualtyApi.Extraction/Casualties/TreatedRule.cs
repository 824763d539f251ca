using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"treated 130 patients with gunshot wounds": whoever is treated was hurt, unless the words say by an illness.</summary>
internal sealed class TreatedRule : CasualtyRule
{
    private static readonly CasualtyTerm Treated = new("treat", CasualtyFrame.Object, CasualtyCategory.Injured, [], null);

    public override string Id => "casualties.treated";

    public override string Summary => "People treated, who are injured unless the words say that they are ill.";

    public override string Example => "The hospital treated 130 patients with gunshot wounds.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is not { IsNegated: false } verb)
        {
            return;
        }

        var (victims, isSubject) = Hurt(view, at, verb, found);
        if (victims < 0 || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        Mentions.Add(view, view.Coordinated(victims, leftwards: isSubject), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = verb.First,
            TriggerEnd = WantsCare(verb) ? view.NounAt(view.ObjectOf(at))!.End : verb.End,
            Terms = [Treated],
            Rule = Id,
            Certainty = certainty,
        }, found);
    }

    /// <summary>The chunk of those whom the verb and its clause say to be hurt, and whether they stand before it; −1 for nobody.</summary>
    private static (int Victims, bool IsSubject) Hurt(SentenceView view, int at, VerbGroup verb, List<CasualtyMention> found) => verb.Verb?.Lemma switch
    {
        "treat" or "admit" => TreatedBy(view, at, verb, found),
        "operate" when view.IsPreposition(at + 1, "on") && view.NounAt(at + 2) is { Count: not null, Person: not null } && BearsHarm(view, at + 3) => (at + 2, false),
        _ when WantsCare(verb) => (InNeedOfCare(view, at), true),
        "diagnose" or "take" or "bring" or "pull" or "rescue" or "rush" or "transport" or "airlift" or "evacuate" or "hospitalise" or "hospitalize" or "fly" or "send" when verb.Voice == Voice.Passive || (verb.Voice == Voice.BareParticiple && view.ObjectOf(at) < 0) => (Brought(view, at, verb, found), true),
        "take" or "bring" or "rush" or "transport" or "airlift" or "evacuate" or "fly" or "carry" when view.ObjectOf(at) is >= 0 and var carried && view.NounAt(carried) is { Count: not null, Person: not null } && BearsHarm(view, view.AfterInsertion(carried + 1)) => (carried, false),
        _ => (-1, false),
    };

    private static (int Victims, bool IsSubject) TreatedBy(SentenceView view, int at, VerbGroup verb, List<CasualtyMention> found)
    {
        var isPassive = verb.Voice == Voice.Passive || (verb.Voice == Voice.BareParticiple && view.ObjectOf(at) < 0);
        var victims = isPassive ? verb.Voice == Voice.Passive ? view.SubjectOf(at) : view.NounBefore(at) : view.ObjectOf(at);
        if (victims >= 0 && view.NounAt(victims) is { Count: null, IsPlural: false, Person.IsCollective: false, Determiner: not 0 } && (BearsHarm(view, victims + 1) || BearsHarm(view, at + 1) || (isPassive && Mentions.OfSentence(view, found).Any() && IsInHospital(view, at + 1) && !TellsOfIllness(view))))
        {
            // "treated a girl with a hand injury", "a boy walking his dog was treated for cuts", "their mother is being treated in hospital"
            return (victims, isPassive);
        }

        return victims < 0 || view.NounAt(victims) is not { Count: not null } phrase || (!Victims.IsWordForPeople(view.Article, phrase) && !phrase.IsElliptic && view.Article.Tokens[phrase.Head].Word.Text != "others") || TellsOfIllness(view) || view.VerbAt(victims + 1)?.Casualty is not null
            || !(TellsOfHarm(view) || (verb.Verb!.Lemma == "treat" && (!isPassive || (found.Count > 0 && found[^1].Sentence == view.Index - 1))))
            ? (-1, false)
            : (victims, isPassive);
    }

    private static bool WantsCare(VerbGroup verb) => verb is { Voice: Voice.Active or Voice.BareParticiple or Voice.Ing, Verb.Lemma: "seek" or "receive" or "need" or "require" };

    /// <summary>"Fourteen people sought medical help": counted, and not said to be ill.</summary>
    private static int InNeedOfCare(SentenceView view, int at)
    {
        var isCare = view.NounAt(view.ObjectOf(at)) is { } care && view.Article.Tokens[care.Head].Word.Text is "help" or "attention" or "treatment" or "care" or "assistance" or "aid"
            && view.Article.Tokens[care.Head - 1].Word.Text is "medical" or "hospital";
        // "15 needing hospital treatment"
        var subject = !isCare ? -1 : view.VerbAt(at)!.Voice != Voice.Ing ? view.SubjectOf(at) : view.KindAt(at - 1) == ChunkKind.NounPhrase ? at - 1 : -1;
        return subject < 0 || view.NounAt(subject) is not { Count: not null } people || (people.Person is null && !people.IsElliptic) || TellsOfIllness(view) ? -1 : subject;
    }

    /// <summary>"A woman was taken to hospital with serious injuries": one whom the clause itself says to be hurt; "15 were sent to hospital", where others were harmed just before.</summary>
    private static int Brought(SentenceView view, int at, VerbGroup verb, List<CasualtyMention> found)
    {
        var subject = verb.Voice == Voice.Passive ? view.SubjectOf(at) : view.NounBefore(at);
        return view.NounAt(subject) is { } who && (Victims.IsWordForPeople(view.Article, who) || who is { IsElliptic: true, Count: not null }) && (who is not { Count: null, Determiner: 0 } || view.Article.Tokens[who.First].Is(WordClass.Ordinal))
            && (BearsHarm(view, at + 1) || BearsHarm(view, subject + 1) || (who.Count is not null && view.WordAt(at) != "be" && IsToHospital(view, at + 1) && Mentions.Last(view, found, 1).Any(told => told.Terms[0].Category is CasualtyCategory.Killed or CasualtyCategory.Injured or CasualtyCategory.KilledOrInjured) && !TellsOfIllness(view)))
            ? subject
            : -1;
    }

    /// <summary>"to a hospital in Derna".</summary>
    private static bool IsToHospital(SentenceView view, int at) =>
        view.IsPreposition(at, "to") && view.NounAt(at + 1) is { } place && view.Article.Tokens[place.Head].Word.Text is var where && (where is "hospital" or "hospitals" or "clinic" || where.EndsWith(" hospital", StringComparison.Ordinal));

    /// <summary>"to a hospital in Derna with burns": harm behind "with", before the clause ends.</summary>
    private static bool BearsHarm(SentenceView view, int from)
    {
        for (var at = from; view.KindAt(at) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Adverb || view.WordAt(at) == "alive"; at++)
        {
            if (view.WordAt(at) is "with" or "for" && view.NounAt(Wounds.OfDegree(view, at + 1)) is { } harm && (Wounds.Is(view.Article.Tokens[harm.Head].Word) || view.Article.Tokens[harm.Head].Word.Text is "inhalation" or "shock"
                || (view.KindAt(at + 2) == ChunkKind.Coordinator && view.NounAt(at + 3) is { } second && Wounds.Is(view.Article.Tokens[second.Head].Word))))
            {
                // "with burns", "with blast and gunshot wounds"
                return true;
            }
        }

        return false;
    }

    private static bool IsInHospital(SentenceView view, int at) =>
        (view.KindAt(at) == ChunkKind.Adjective && view.Article.Tokens[view.Chunks[at].First].Word.Casualty is { Term: "in hospital" })
        || (view.IsPreposition(at, "in") && view.NounAt(at + 1) is { } place && view.Article.Tokens[place.Head].Word.Text is var where && (where is "hospital" || where.EndsWith(" hospital", StringComparison.Ordinal)));

    private static bool TellsOfHarm(SentenceView view) => Any(view, view.Sentence, token =>
        Wounds.Is(token.Word) || token.Word.Text.EndsWith(" hospital", StringComparison.Ordinal) || token.Word.Text is "gunshot" or "shrapnel" or "hospital" or "hospitals" or "shock" or "inhalation" or "wounded" or "injured" or "bullet");

    /// <summary>An illness told in the sentence, or in the one before where this one tells of no wound.</summary>
    private static bool TellsOfIllness(SentenceView view) =>
        NamesIllness(view, view.Sentence) || (view.Index > 0 && !TellsOfHarm(view) && NamesIllness(view, view.Article.Sentences[view.Index - 1]));

    private static bool NamesIllness(SentenceView view, Sentence sentence) => Any(view, sentence, token =>
        token.Word.Text is "malnutrition" or "cholera" or "malaria" or "measles" or "diarrhoea" or "diarrhea" or "ebola" or "mpox" or "dengue" or "flu" or "covid" or "hiv" or "disease" or "diseases" or "malnourished" or "cancer" or "virus" or "epidemic" or "outbreak");

    private static bool Any(SentenceView view, Sentence sentence, Func<Token, bool> test) =>
        Enumerable.Range(sentence.First, sentence.End - sentence.First).Any(token => test(view.Article.Tokens[token]));
}
