using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>Finds the casualty mentions of an article, sentence by sentence.</summary>
internal static class CasualtyFinder
{
    private static readonly CasualtyRule[] InOrder =
    [
        new RowRule(), new LabelledRule(), new HostageRule(), new OneselfRule(), new ToDeathRule(), new FateRule(), new LivesRule(), new LostRule(), new TollRule(), new BodiesRule(), new DeedRule(), new AmongTheDeadRule(), new SufferedRule(), new LeftWithRule(), new CasualtiesRule(),
        new InvertedRule(), new PassiveRule(), new ActiveRule(), new ParticipleRule(), new DiedRule(), new DisappearedRule(), new DeadRule(), new DeadSoldiersRule(),
        new TreatedRule(), new DrivenRule(), new FellRule(), new BuriedRule(), new SearchedRule(), new MartyrdomRule(), new SurvivedRule(), new StruckRule(), new TakenRule(), new SurrenderRule(), new ClaimedRule(), new ListedAsRule(), new ConditionRule(),
    ];

    private static readonly CasualtyRule[] Last = [new AlongWithRule(), new ElsewhereRule(), new AccountedRule(), new AsManyRule(), new FigureRule(), new ShareRule(), new IncludingRule(), new UpFromRule(), new ComparedRule(), new BreakdownRule()];

    private static readonly CasualtyRule[][] InOrderAt = ByKind(InOrder);

    /// <summary>How many mentions may stand between two of the same people.</summary>
    private const int Near = 4;

    /// <summary>How many mentions behind a part its whole may be told.</summary>
    private const int FarthestWhole = 4;

    private static readonly CasualtyRule[][] LastAt = ByKind(Last);

    /// <summary>In the order they are tried; a chunk that one of them has read is read by no later one.</summary>
    public static IReadOnlyList<CasualtyRule> Rules => InOrder;

    /// <summary>Rules that add to what the others have found.</summary>
    public static IReadOnlyList<CasualtyRule> Additions => Last;

    public static KilledOrWoundedRule Union { get; } = new();

    public static TableRule Table { get; } = new();

    public static List<CasualtyMention> Find(ParsedArticle article)
    {
        var found = new List<CasualtyMention>();
        var sentences = article.Article.Sentences;
        for (var index = 0; index < sentences.Length; index++)
        {
            if (sentences[index].Holds(WordClass.Casualty) && TableRule.Read(article.Article, index, found) is var end && end > index)
            {
                index = end - 1;
            }
            else if (MayTell(article.Article, sentences[index]) || MayGiveFigure(sentences[index], index, found))
            {
                ReadSentence(article.ViewOf(index), found);
            }
        }

        return found;
    }

    /// <summary>The rules that begin from each kind of chunk, in their order.</summary>
    private static CasualtyRule[][] ByKind(CasualtyRule[] rules) =>
        [.. Enum.GetValues<ChunkKind>().Select(kind => rules.Where(rule => rule.Kinds.Contains(kind)).ToArray())];

    private static void ReadSentence(SentenceView view, List<CasualtyMention> found)
    {
        var from = found.Count;
        for (var at = 0; at < view.Chunks.Count; at++)
        {
            var before = found.Count;
            foreach (var rule in InOrderAt[(int)view.Chunks[at].Kind])
            {
                rule.Read(view, at, found);
                if (found.Count > before)
                {
                    break;
                }
            }
        }

        for (var at = 0; at < view.Chunks.Count; at++)
        {
            foreach (var rule in LastAt[(int)view.Chunks[at].Kind])
            {
                rule.Read(view, at, found);
            }
        }

        OwnWord(found, from);
        OnlyWho(view, found, from);
        OnlyHow(found, from);
        Captivity.Decide(view, found, from);
        OnlyOnce(found, from);
        BreakDown(view, found, from);
        OfWhom(view, found, from);
        HowBadly(view, found, from);
        InLimb(view, found, from);
        ToDeath(view, found, from);
        OnlyWhere(found, from);
        OwnLosses.Own(view, found, from);
        Fiction.Remove(view, found, from);
        Questions.Remove(view, found, from);
        WholesFirst(found, from);
    }

    /// <summary>"put its losses at 700 killed and wounded", "the toll was 6,000 killed or wounded": a figure goes by the words it has itself; one of a loss is still the loss of whoever suffered it.</summary>
    private static void OwnWord(List<CasualtyMention> found, int from)
    {
        for (var index = found.Count - 1; index > from; index--)
        {
            var own = found[index];
            var loss = own.Victim is null || own.Whole is not null ? -1 : found.FindIndex(from, index - from, other => other.Rule == TollRule.RuleId && (own.Terms.Count > 1 || other.Terms is [{ Category: CasualtyCategory.KilledOrInjured }])
                && ReferenceEquals(other.Victim?.Phrase, own.Victim.Phrase));
            if (loss < 0 || own.Terms is [{ Category: CasualtyCategory.KilledOrInjured }])
            {
                continue;
            }

            found[loss] = own with { TriggerFirst = found[loss].TriggerFirst, Owner = own.Owner ?? found[loss].Owner, Scope = found[loss].Scope, IsLoss = found[loss].IsLoss || found[loss].Terms is [{ Category: CasualtyCategory.KilledOrInjured }] };
            found.RemoveAt(index);
        }
    }

    /// <summary>"Two of those wounded died": what stands behind "those" says who they are, where something else is told of them.</summary>
    private static void OnlyWho(SentenceView view, List<CasualtyMention> found, int from)
    {
        for (var index = found.Count - 2; index >= from; index--)
        {
            if (found[index].Victim is { Group: { IsPronoun: true } group } victim && view.Article.Tokens[group.Head].Word.Text == "those" && found[index].TriggerFirst <= group.End + 1
                && found.FindIndex(index + 1, other => ReferenceEquals(other.Victim?.Phrase, victim.Phrase)) >= 0)
            {
                found.RemoveAt(index);
            }
        }
    }

    /// <summary>"was shot and later died": how it was done adds nothing where the same victims are told to be dead or hurt.</summary>
    private static void OnlyHow(List<CasualtyMention> found, int from)
    {
        for (var index = found.Count - 1; index >= from; index--)
        {
            var how = found[index];
            if (how.Victim is not null && how.Terms.All(term => term.IsManner)
                && found.FindIndex(from, other => ReferenceEquals(other.Victim?.Phrase, how.Victim.Phrase) && !other.Terms.All(term => term.IsManner) && other.Terms[0].Category is not (CasualtyCategory.Abducted or CasualtyCategory.Captured)) >= 0)
            {
                found.RemoveAt(index);
            }
        }
    }

    /// <summary>"12 patients in intensive care died": where they were, of whom more is told.</summary>
    private static void OnlyWhere(List<CasualtyMention> found, int from)
    {
        for (var index = found.Count - 1; index >= from; index--)
        {
            if (found[index] is { Victim: { } victim, Terms: [{ Term: "in hospital" or "in intensive care" }] } && IsDead(found, Math.Max(from, index - Near), Math.Min(found.Count, index + Near), victim.Phrase))
            {
                found.RemoveAt(index);
            }
        }
    }

    private static bool IsDead(List<CasualtyMention> found, int first, int end, NounPhrase who)
    {
        for (var index = first; index < end; index++)
        {
            if (ReferenceEquals(found[index].Victim?.Phrase, who) && found[index].Terms[0].Category == CasualtyCategory.Killed) return true;
        }

        return false;
    }

    /// <summary>"surrendered or were captured": one harm of the same victims, told in two words.</summary>
    private static void OnlyOnce(List<CasualtyMention> found, int from)
    {
        for (var index = found.Count - 1; index > from; index--)
        {
            var again = found[index];
            var first = again.Victim is null || again.Whole is not null ? -1
                : found.FindIndex(from, index - from, other => (ReferenceEquals(other.Victim?.Phrase, again.Victim.Phrase) || (other.Victim?.Also.Contains(again.Victim.Phrase) ?? false)) && other.Terms[0].Category == again.Terms[0].Category && other.Terms.Count == again.Terms.Count);
            if (first < 0)
            {
                continue;
            }

            for (var part = from; part < found.Count; part++)
            {
                found[part] = ReferenceEquals(found[part].Whole, again) ? found[part] with { Whole = found[first] } : found[part];
            }

            found.RemoveAt(index);
        }
    }

    /// <summary>"30,457 casualties: 10,582 killed and 19,875 injured", "(432 killed; 772 injured)": what a colon or a bracket breaks down is part of what stands before it.</summary>
    private static void BreakDown(SentenceView view, List<CasualtyMention> found, int from)
    {
        if (!view.Chunks.Exists(static chunk => chunk.Kind is ChunkKind.Colon or ChunkKind.Open))
        {
            return;
        }

        for (var index = from; index < found.Count; index++)
        {
            var whole = found[index];
            var opened = view.Chunks.FirstOrDefault(chunk => chunk.Kind is ChunkKind.Colon or ChunkKind.Open && chunk.First >= whole.End);
            if (opened is null || (whole.Counted ?? whole.Victim?.Phrase)?.Count is null || !(whole.Terms[0].Frame == CasualtyFrame.Count || (opened.Kind == ChunkKind.Open && opened.First == whole.End)))
            {
                continue;
            }

            var closed = opened.Kind == ChunkKind.Open ? view.Chunks.FirstOrDefault(chunk => chunk.Kind == ChunkKind.Close && chunk.First > opened.First)?.First ?? int.MaxValue : int.MaxValue;
            for (var part = from; part < found.Count; part++)
            {
                if (found[part].First > opened.First && found[part].First < closed && found[part] is { Whole: null, Rule: not (RowRule.RuleId or LabelledRule.RuleId or FigureRule.RuleId) })
                {
                    found[part] = found[part] with { Whole = whole };
                }
            }

            return;
        }
    }

    /// <summary>"the bodies of 12 of the 40 missing": a whole told behind its part is put before it.</summary>
    private static void WholesFirst(List<CasualtyMention> found, int from)
    {
        for (var index = from; index < found.Count - 1; index++)
        {
            if (found[index].Whole is not { } whole) continue;
            var behind = found.FindIndex(index + 1, Math.Min(found.Count - index - 1, FarthestWhole), other => ReferenceEquals(other, whole));
            if (behind < 0) continue;
            found.RemoveAt(behind);
            found.Insert(index++, whole);
        }
    }

    /// <summary>"900 soldiers, of whom 400 were killed": a part, with a harm of its own.</summary>
    private static void OfWhom(SentenceView view, List<CasualtyMention> found, int from)
    {
        for (var index = from + 1; index < found.Count; index++)
        {
            if (found[index] is not { Whole: null, Victim: { } victim })
            {
                continue;
            }

            if (IsOfWhom(view, victim.First - 2) || IsOfWhom(view, victim.Phrase.End))
            {
                found[index] = found[index] with { Whole = found[index - 1] };
            }
            else if (victim.Phrase is { IsElliptic: true } && view.Article.Tokens[victim.First - 1].Is(WordClass.Coordinator) && found[index - 1] is { Victim: { } told, Whole: { } whole } && IsOfWhom(view, told.First - 2))
            {
                // "of whom 327 were killed and 880 injured"
                found[index] = found[index] with { Whole = whole };
            }
        }
    }

    /// <summary>"Five were in hospital, one in critical condition", "with one in critical condition", "five died, two shot by snipers": a bare number of those told right before it.</summary>
    private static void HowBadly(SentenceView view, List<CasualtyMention> found, int from)
    {
        for (var index = from + 1; index < found.Count; index++)
        {
            if (found[index] is { Whole: null, Victim.Phrase: { Person: null, Count.Low: { } few } number, Terms: [{ IsDegree: true } or { IsManner: true }] } part && view.Article.IsMark(view.Article.Tokens[number.First - 1].Word.Text == "with" ? number.First - 2 : number.First - 1, ',')
                && found[index - 1] is { Whole: null, Terms: [var harm] } whole && (whole.Counted ?? whole.Victim?.Phrase)?.Count is { Low: { } many } && few < many
                && (harm.Category == CasualtyCategory.Injured || (harm.Category == CasualtyCategory.Killed && part.Terms[0].IsManner && !view.Article.Tokens[part.TriggerFirst].Is(WordClass.Auxiliary) && SaysHow(view, view.At(part.TriggerEnd)))))
            {
                found[index] = part with { Whole = whole, Terms = part.Terms[0].IsManner ? whole.Terms : part.Terms };
            }
        }
    }

    /// <summary>"two shot by snipers", "in the head"; but "two shot in Lagos" were others.</summary>
    private static bool SaysHow(SentenceView view, int behind) =>
        view.EndsBefore(behind) || view.IsPreposition(behind, "by") || (view.IsPreposition(behind, "in") && view.NounAt(behind + 1) is { } part && view.Article.Tokens[part.Head].Word.BodyPart != BodyPart.None);

    /// <summary>"shot in the leg", "shot and survived": hurt, and no more than that.</summary>
    private static void InLimb(SentenceView view, List<CasualtyMention> found, int from)
    {
        for (var index = from; index < found.Count; index++)
        {
            if (found[index] is { Terms: [{ Category: CasualtyCategory.KilledOrInjured, IsManner: true } how], Whole: null } && (IsInLimb(view, found, from, found[index]) || LivesOn(view, found[index])))
            {
                found[index] = found[index] with { Terms = [how with { Category = CasualtyCategory.Injured }] };
            }
        }
    }

    /// <summary>"were shot and survived", "was shot and is receiving treatment".</summary>
    private static bool LivesOn(SentenceView view, CasualtyMention told)
    {
        var joint = view.OverPhrases(view.At(told.End));
        var next = view.SkipRight(joint + 1);
        return view.KindAt(joint) == ChunkKind.Coordinator && view.VerbAt(next) is { IsNegated: false, Modal: < 0 } verb
            && ((verb.Verb?.Lemma is "survive" or "recover" && view.ObjectOf(next) < 0 && !view.IsPreposition(next + 1, "by")) || (verb.Verb?.Lemma is "receive" or "undergo" && view.NounAt(view.ObjectOf(next)) is { } care && view.Article.Tokens[care.Head].Word.Text is "treatment" or "surgery" && view.WordAt(view.ObjectOf(next) + 1) != "before"));
    }

    /// <summary>Whether a limb is told right behind, and nothing of a part of them.</summary>
    private static bool IsInLimb(SentenceView view, List<CasualtyMention> found, int from, CasualtyMention told) =>
        found.FindIndex(from, part => ReferenceEquals(part.Whole, told)) < 0 && Wounds.AreInLimb(view, view.At(told.End));

    /// <summary>"fatally shot", "mortally wounded": dead of it. "Four died instantly and two in hospital": the two died there.</summary>
    private static void ToDeath(SentenceView view, List<CasualtyMention> found, int from)
    {
        for (var index = from; index < found.Count; index++)
        {
            var told = found[index];
            if (told.Terms is not [{ Category: CasualtyCategory.Injured or CasualtyCategory.KilledOrInjured } how])
            {
                continue;
            }

            var isFatal = Enumerable.Range(told.TriggerFirst - 1, told.TriggerEnd - told.TriggerFirst + 1).Any(token => token >= view.Sentence.First && view.Article.Tokens[token].Word.Text is "fatally" or "mortally");
            if (isFatal)
            {
                found[index] = told with { Terms = [how with { Category = CasualtyCategory.Killed, IsManner = false, IsDegree = false }] };
            }
            else if (how.Term is "in hospital" or "in intensive care" && index > from && told.Victim is { Phrase: { Person: null, IsPronoun: false } few } && found[index - 1] is { Rule: "casualties.died", IsNegated: false } died && !HasVerb(view, few.End, told.TriggerFirst))
            {
                found[index] = told with { Terms = died.Terms, Whole = IsOfThem(view, died.End, few.First) ? died : told.Whole };
            }
        }
    }

    private static bool HasVerb(SentenceView view, int first, int end) => view.Between(first, end).Any(static chunk => chunk is VerbGroup);

    /// <summary>"seven of them at the scene and five in hospital".</summary>
    private static bool IsOfThem(SentenceView view, int first, int end) => view.Between(first, end).Any(chunk => chunk is NounPhrase { IsPronoun: true } && view.Article.Tokens[chunk.First].Word.Text is "them" or "whom");

    /// <summary>"of whom 400 were killed", "400 of whom were killed".</summary>
    private static bool IsOfWhom(SentenceView view, int of) =>
        of >= view.Sentence.First && of + 1 < view.Sentence.End && view.Article.Tokens[of].Word.Text == "of" && view.Article.Tokens[of + 1].Word.Text == "whom";

    private static bool MayTell(Article article, Sentence sentence) =>
        sentence.Holds(WordClass.Casualty | WordClass.HarmBeside) || BeginsAs(article, sentence);

    /// <summary>"Amnesty counted 304." behind a sentence that tells of a harm.</summary>
    private static bool MayGiveFigure(Sentence sentence, int index, List<CasualtyMention> found) =>
        sentence.Holds(WordClass.Cardinal) && found.Count > 0 && found[^1].Sentence == index - 1;

    /// <summary>Without a casualty word: "personnel – about 893,690", where a mark follows a noun for people; "Five of them were children".</summary>
    private static bool BeginsAs(Article article, Sentence sentence)
    {
        var opening = article.Tokens[sentence.First].Kind == TokenKind.Quote ? sentence.First + 1 : sentence.First;
        if (article.Tokens[opening].Is(WordClass.Cardinal) && sentence.Holds(WordClass.Be) && sentence.Holds(WordClass.PersonNoun))
        {
            // "Five were children."
            return true;
        }

        for (var index = sentence.First; index + 1 < sentence.End && index < sentence.First + 4; index++)
        {
            if ((article.Tokens[index].Is(WordClass.Preposition) && article.Tokens[index].Word.Text is "of" or "among" && article.Tokens[index + 1].Word.Text is "them" or "these")
                || (article.Tokens[index].Is(WordClass.PersonNoun) && article.Tokens[index + 1].Kind == TokenKind.Punctuation))
            {
                return true;
            }
        }

        return false;
    }
}
