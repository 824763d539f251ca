using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Nurses killed since 4 March: 31", "Dead or missing after the landslide: 60": a label says who was harmed, when and where; behind its colon stands how many.</summary>
/// <remarks>A row that is only a word and a mark ("Killed: 27") is <see cref="RowRule"/>'s.</remarks>
internal sealed class LabelledRule : CasualtyRule
{
    public const string RuleId = "casualties.labelled";

    /// <summary>How many chunks of a label may say when and where.</summary>
    private const int LongestLabel = 14;

    public override string Id => RuleId;

    public override string Summary => "A figure behind a colon, and before it a label of people and their harm, or of a harm with its time and place.";

    public override string Example => "Nurses killed since the coup: 31.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.NounPhrase, ChunkKind.VerbGroup, ChunkKind.Adjective];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (!(Begins(view, at, found) || view.KindAt(at) != ChunkKind.NounPhrase) || Label(view, at, found) is not var (first, terms, behind, who)
            || Colon(view, behind) is not (> 0 and var colon) || !IsFigure(view, colon + 1, behind < colon))
        {
            return;
        }

        var figure = view.NounAt(colon + 1)!;
        found.Add(new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = view.Chunks[first].First,
            TriggerEnd = figure.End,
            Terms = terms,
            Victim = who is null || figure.Person is not null ? new Victim(figure) { Also = Second(view, colon + 1) is { } second ? [second] : [] } : new Victim(figure, who),
            Rule = terms.Count > 1 ? KilledOrWoundedRule.RuleId : Id,
            IsNegated = IsNone(view, figure),
            Certainty = view.VerbAt(at - 1) is { Verb.Lemma: "presume" or "believe" or "fear" } ? Certainty.Likely : Certainty.Stated,
        });
    }

    /// <summary>Whether a row begins at a chunk: the sentence, or what stands behind a semicolon, a colon, a bar or a bullet, or behind another row.</summary>
    private static bool Begins(SentenceView view, int at, List<CasualtyMention> found) =>
        at == 0 || view.KindAt(at - 1) is ChunkKind.Stop or ChunkKind.Colon or ChunkKind.Dash or ChunkKind.Other
        || (view.KindAt(at - 1) == ChunkKind.Comma && found.Count > 0 && found[^1] is { Rule: RuleId or RowRule.RuleId } row && row.End == view.Chunks[at - 1].First);

    /// <summary>The words of harm at a chunk, where they make a label with the plural before them or by themselves: its first chunk, and the one behind.</summary>
    private static (int First, IReadOnlyList<CasualtyTerm> Terms, int Behind, NounPhrase? Who)? Label(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is { } noun)
        {
            return OfNoun(view, at, noun) is var (harm, behind) ? (at, [harm], behind, noun.Person is null ? null : noun) : null;
        }

        if (view.VerbAt(at) is { IsNegated: true } or { Voice: not Voice.BareParticiple })
        {
            return null;
        }

        var first = view.VerbAt(at - 1) is { Voice: Voice.BareParticiple, Verb.Lemma: "confirm" or "report" or "verify" or "presume" or "believe" or "fear" } ? at - 1 : view.SkipLeft(at - 1) + 1;
        var who = view.NounAt(first - 1) is { Count: null, IsPronoun: false } people && (people.IsPlural || people is { Person.IsCollective: true, Determiner: 0 }) && (people.Determiner & WordClass.Article) == 0 ? people : null;
        first = who is not null || IsNumber(view, first - 1) ? first - 1 : first;
        return Begins(view, first, found) && !IsOfThem(view, at) && Trigger.Find(view, at) is { } harmed && (who is null ? !IsOfThings(view, harmed) : Victims.AreSurelyPeople(view, new Victim(who)))
            ? (first, harmed.Terms, harmed.Last + 1, who)
            : null;
    }

    /// <summary>"[Total] killed: 45", "[Number] wounded: 30".</summary>
    private static bool IsNumber(SentenceView view, int at) => view.NounAt(at) is { Count: null } noun && noun.First == noun.Head && view.Article.Tokens[noun.Head].Word.Text is "total" or "number";

    /// <summary>"Wounded animals: 12", "Missing out on vaccines: 2 million": what stands right behind the participle is no time and no place.</summary>
    private static bool IsOfThem(SentenceView view, int at) => (view.NounAt(at + 1) is { } those && !Victims.IsTime(view, those)) || view.WordAt(at + 1) == "out";

    /// <summary>"Civilian deaths since May", "Bodies recovered", "Hostages remaining in", "Injured miners".</summary>
    private static (CasualtyTerm Harm, int Behind)? OfNoun(SentenceView view, int at, NounPhrase noun)
    {
        ref readonly var head = ref view.Article.Tokens[noun.Head];
        if (noun.Count is not null || !(noun.IsPlural || head.Word.IsPlural) || IsOfPlay(noun, head.Word.CasualtyNoun))
        {
            return null;
        }

        return head.Word.CasualtyNoun switch
        {
            { Frame: CasualtyFrame.Body } body => view.VerbAt(at + 1) is { Voice: Voice.BareParticiple, IsNegated: false, Verb.Lemma: "find" or "recover" or "discover" or "retrieve" or "unearth" or "exhume" or "pull" } || (view.VerbAt(at + 1) is { Voice: Voice.BareParticiple, IsNegated: false, Verb.Lemma: "take" } && view.IsPreposition(at + 2, "from")) ? (body, at + 2) : null,
            { Frame: CasualtyFrame.Event, Category: CasualtyCategory.Killed } deed => (deed, at + 1),
            { Frame: CasualtyFrame.Count } harm => (harm, view.VerbAt(at + 1) is { IsNegated: false, Voice: Voice.BareParticiple, Verb.Lemma: "report" or "record" or "confirm" or "register" } ? at + 2 : at + 1),
            _ when Captivity.Of(head.Word.Text) is { Term: "hostage" } held => (held, view.VerbAt(at + 1) is { IsNegated: false, Verb.Lemma: "remain" or "hold" or "take", Voice: Voice.Ing or Voice.BareParticiple } ? at + 2 : at + 1),
            _ when DisplacedPeople.Are(noun) => (DisplacedPeople.Term, at + 1),
            _ when noun.Person is not null && Trigger.Inside(view.Article, noun) is { } inside => (inside, at + 1),
            _ => null,
        };
    }

    /// <summary>"Losses this season: 4": nobody's of whom anything is told.</summary>
    public static bool IsOfPlay(NounPhrase noun, CasualtyTerm? harm) => harm is { Term: "loss" } && noun.First == noun.Head;

    /// <summary>"Captured on camera", "Missing from the list": said of things as well, where no people stand before.</summary>
    private static bool IsOfThings(SentenceView view, Trigger harmed) =>
        harmed.Terms is [{ Category: CasualtyCategory.Captured or CasualtyCategory.Missing }] && view.KindAt(harmed.Last + 1) == ChunkKind.Preposition && view.WordAt(harmed.Last + 1) is "on" or "from" or "by";

    /// <summary>The colon behind words of when and where; −1 where anything else stands between. A verb of their own has only what begins a clause: "since the truce broke down".</summary>
    private static int Colon(SentenceView view, int behind)
    {
        var isClause = false;
        for (var at = behind; at < view.Chunks.Count && at < behind + LongestLabel; at++)
        {
            switch (view.KindAt(at))
            {
                case ChunkKind.Colon:
                    // "Soldiers killed at: 12.30"
                    return view.KindAt(at - 1) == ChunkKind.Preposition ? -1 : at;
                case ChunkKind.Subordinator:
                    isClause = true;
                    break;
                case ChunkKind.Preposition when view.WordAt(at) == "per":
                    // "Deaths per 1,000 births"
                    return -1;
                case ChunkKind.Preposition:
                    isClause |= view.WordAt(at) is "since" or "after" or "before" or "until";
                    break;
                case ChunkKind.VerbGroup when !isClause || view.VerbAt(at) is { Casualty: not null } or { Modal: >= 0 }:
                    return -1;
                case ChunkKind.NounPhrase or ChunkKind.VerbGroup or ChunkKind.Comma or ChunkKind.Dash or ChunkKind.Adverb or ChunkKind.Other or ChunkKind.Open or ChunkKind.Close or ChunkKind.Coordinator:
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>A number of people or a bare one, and no more than a part or a source behind it; a bare year is the label's time.</summary>
    private static bool IsFigure(SentenceView view, int at, bool isDescribed) =>
        view.NounAt(at) is { } figure && (figure.Count is { Relation: not CountRelation.Unquantified } ? (figure.IsElliptic || figure.Person is { IsCollective: false }) && !Victims.IsTime(view, figure) && !(isDescribed && IsYear(view.Article, figure)) : IsNone(view, figure))
        && (at + 1 >= view.Chunks.Count || view.KindAt(at + 1) is ChunkKind.Stop or ChunkKind.Comma or ChunkKind.Open or ChunkKind.Dash or ChunkKind.Other || Second(view, at) is not null || IsWhenOrWhere(view, at + 1) || view.Article.Tokens[view.Chunks[at + 1].First].Has(TokenFlags.LineBreakBefore));

    /// <summary>"600 since January", "60 in 2023", "12 in Gaza": and nothing behind.</summary>
    private static bool IsWhenOrWhere(SentenceView view, int at) =>
        view.KindAt(at) == ChunkKind.Preposition && view.WordAt(at) is "since" or "in" or "on" or "during" && (at + 2 >= view.Chunks.Count || view.KindAt(at + 2) is ChunkKind.Stop or ChunkKind.Comma or ChunkKind.Open);

    /// <summary>"27 campers and counsellors": people who share the number, and nothing behind them.</summary>
    private static NounPhrase? Second(SentenceView view, int at) =>
        view.KindAt(at + 1) == ChunkKind.Coordinator && view.NounAt(at) is { Person: not null } && view.NounAt(at + 2) is { Count: null, Person: not null, IsPlural: true } second && (at + 3 >= view.Chunks.Count || view.KindAt(at + 3) is ChunkKind.Stop or ChunkKind.Comma or ChunkKind.Open) ? second : null;

    private static bool IsNone(SentenceView view, NounPhrase figure) => figure is { Count: null } && figure.First == figure.Head && view.Article.Tokens[figure.Head].Word.Text is "nil" or "none";

    private static bool IsYear(Article article, NounPhrase figure) =>
        figure.Count is { } count && article.TextOf(article.Tokens[count.First]) is ['1', '9', _, _] or ['2', '0', _, _];
}
