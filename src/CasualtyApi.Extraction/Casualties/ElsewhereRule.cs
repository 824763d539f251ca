using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Two people died in Odesa, one in Kherson and three girls in Sumy": the same harm, counted place by place or day by day.</summary>
internal sealed class ElsewhereRule : CasualtyRule
{
    private const WordClass Places = WordClass.Place | WordClass.Country | WordClass.Seat;
    private const WordClass Days = WordClass.Weekday | WordClass.Month;

    public override string Id => "casualties.elsewhere";

    public override string Summary => "A number, bare or of people, with a place or a day of its own, behind the same harm told for another place or day.";

    public override string Example => "Two people died in Odesa and three in Kherson.";

    /// <summary>Reads on from a mention that another rule has found; needs no casualty word of its own.</summary>
    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.NounPhrase];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.NounAt(at) is { } more && IsGapped(view, at, more) && !Mentions.IsTold(view, found, more) && Told(view, found, more) is { } before && ContinuesAs(view, before, at))
        {
            found.Add(before with { Victim = new Victim(more), Counted = null, TriggerFirst = more.First, TriggerEnd = view.Chunks[at + 2].End, Rule = Id });
            return;
        }

        if (view.NounAt(at) is { IsElliptic: true, Count.Relation: CountRelation.Exactly } another && IsFronted(view, at) && view.EndsBefore(at + 1) && !Mentions.IsTold(view, found, another) && Told(view, found, another) is { } elsewhere)
        {
            // "In Kano, troops killed 44 people; in nearby Bichi, 179."
            found.Add(elsewhere with { Victim = elsewhere.Victim is { } same ? new Victim(another, same.Who) : new Victim(another), Counted = null, TriggerFirst = view.Chunks[at - 3].First, TriggerEnd = another.End, Rule = Id });
            return;
        }

        if (view.NounAt(at) is not { } number || !(number.Count is not null ? number.IsElliptic || number.Person is not null : view.WordAt(at) is "a" or "an" && number.Person is { IsCollective: false }) || view.KindAt(at - 1) is not (ChunkKind.Comma or ChunkKind.Coordinator)
            || view.KindAt(at + 1) != ChunkKind.Preposition || view.WordAt(at + 1) is not ("in" or "at" or "near" or "outside" or "on")
            || view.NounAt(at + 2) is not { Count: null } where || KindOf(view, at + 1, where) is not (not WordClass.None and var kind) || view.HasOwnVerb(at))
        {
            return;
        }

        if (!Mentions.IsTold(view, found, number) && Told(view, found, number) is { } there
            && (Named(view.Article, there.End, number.First) == kind || there.Rule == Id))
        {
            found.Add(there with { Victim = new Victim(number), Counted = null, TriggerFirst = number.First, TriggerEnd = where.End, Rule = Id });
        }
    }

    /// <summary>A place and a comma before a number, at the beginning of its clause.</summary>
    private static bool IsFronted(SentenceView view, int at) =>
        view.KindAt(at - 1) == ChunkKind.Comma && view.NounAt(at - 2) is { Count: null } place && view.KindAt(at - 3) == ChunkKind.Preposition && KindOf(view, at - 3, place) == Places && view.KindAt(at - 4) is ChunkKind.Stop or ChunkKind.Coordinator;

    /// <summary>"and another on the way", "and four others in a riot", "and one in Andalusia": so many more behind an "and", a preposition and no verb of their own.</summary>
    private static bool IsGapped(SentenceView view, int at, NounPhrase more) =>
        view.KindAt(at - 1) == ChunkKind.Coordinator && view.WordAt(at - 1) == "and" && (more is { IsElliptic: true, Count.Relation: CountRelation.Exactly } || IsOfOthers(view, at, more))
        && view.KindAt(at + 1) == ChunkKind.Preposition && view.WordAt(at + 1) != "of" && view.NounAt(at + 2) is { Count: null } where && !Victims.IsTime(view, where) && view.VerbAt(view.OverPhrases(at + 1)) is null;

    private static bool IsOfOthers(SentenceView view, int at, NounPhrase more) =>
        (view.WordAt(at) == "another" && more.IsElliptic) || (more.Count is not null && view.Article.Tokens[more.Head].Word.Text == "others");

    /// <summary>
    /// As many at most go on with the same preposition, at a place, among people or on a way; others with any, at an event, where it is of death: whoever dies
    /// has no object behind. "And 200 in quarantine" live.
    /// </summary>
    private static bool ContinuesAs(SentenceView view, CasualtyMention told, int at)
    {
        var (behind, preposition) = (view.At(told.End), at + 1);
        if (view.KindAt(behind) != ChunkKind.Preposition || behind >= at) return false;
        var (where, isOfOthers) = (view.NounAt(preposition + 1)!, IsOfOthers(view, at, view.NounAt(at)!));
        var isSame = view.WordAt(behind) == view.WordAt(preposition) && ((told.Counted ?? told.Victim?.Phrase)?.Count is { High: { } most } && (view.NounAt(at)!.Count?.Low ?? 1) <= most || isOfOthers);
        ref readonly var head = ref view.Article.Tokens[where.Head];
        return (isSame && (KindOf(view, preposition, where) != WordClass.None || where.Person is not null || where.Organization is not null || head.Word.Text is "way" or "spot" or "scene"))
            || (isOfOthers && head.Word.NotPeople is "building" or "area" && head.Word.Text is not ("hospital" or "clinic" or "jail" or "prison") && told.Terms[0].Category == CasualtyCategory.Killed && !told.Terms[0].IsManner)
            || (isOfOthers && told.Terms[0] is { Frame: CasualtyFrame.Subject, Category: CasualtyCategory.Killed } && (head.Word.NotPeople == "event" || head.Word.CasualtyNoun is not null || head.Word.Text is "way" or "scene" or "riot" or "fire"));
    }

    /// <summary>A place or a day; "in Rodynske" is a place though the gazetteer lacks it.</summary>
    private static WordClass KindOf(SentenceView view, int preposition, NounPhrase where) =>
        Named(view.Article, where.First, where.End) is not WordClass.None and var named ? named
        : view.WordAt(preposition) is "in" or "near" && where is { Determiner: 0, Person: null } && (where.First == where.Head || view.Article.Tokens[where.First].Word.Text == "nearby") && view.Article.Tokens[where.Head] is { Class: WordClass.None, Capitalized: true } && !view.Article.IsUpperCase ? Places
        : WordClass.None;

    /// <summary>The harm told before the number.</summary>
    private static CasualtyMention? Told(SentenceView view, List<CasualtyMention> found, NounPhrase number) =>
        Mentions.OfSentence(view, found).FirstOrDefault(mention => mention.End <= number.First && mention is { Whole: null, IsNegated: false });

    /// <summary>Whether a place or a day is named between two tokens; none where neither is.</summary>
    private static WordClass Named(Article article, int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (article.Tokens[token].Is(Places))
            {
                return Places;
            }

            if (article.Tokens[token].Is(Days))
            {
                return Days;
            }
        }

        return WordClass.None;
    }
}
