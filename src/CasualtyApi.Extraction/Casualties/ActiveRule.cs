using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"the blast killed 12 people": the object is harmed, the subject did it.</summary>
internal sealed class ActiveRule : CasualtyRule
{
    public override string Id => "casualties.active";

    public override string Summary => "The object of an active verb is harmed; a subject that is people did it.";

    public override string Example => "Gunmen killed twelve villagers.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (IsAttribute(view, at))
        {
            return;
        }

        if (view.RelativeObjectOf(at) is var taken and >= 0 && view.VerbAt(at) is { Casualty.Frame: CasualtyFrame.Object } done && Trigger.Find(view, at) is { } deed && Modality.OfVerb(view, at) is { } sure)
        {
            Mentions.Add(view, [taken], Mentions.Of(view, deed, Id) with { Agent = view.NounAt(view.SkipLeft(at - 1)), IsNegated = done.IsNegated, Certainty = sure }, found);
            return;
        }

        if (view.VerbAt(at) is not { Casualty.Frame: CasualtyFrame.Object, Voice: not Voice.Passive } verb || !ParticipleRule.HasObject(view, at)
            || Trigger.Find(view, at) is not { } trigger || Modality.OfVerb(view, at) is not { } certainty)
        {
            return;
        }

        // Whoever kills in general ("rebels kill civilians") counts nobody.
        var isPresent = IsPresent(view, verb) || (verb is { Voice: Voice.Ing, Verb.Lemma: "evacuate" } && view.WordAt(at - 1) is "while" or "when") || (verb.Voice == Voice.Ing && view.WordAt(at - 1) is "by" or "while" && IsGeneral(view, at));
        var victims = view.Coordinated(view.ObjectOf(trigger.Last), leftwards: false, root: view.KindAt(at - 1) == ChunkKind.Relative ? at - 2 : -1);
        Mentions.Add(view, isPresent ? Particular(view, victims) : victims, Mentions.Of(view, trigger, Id) with
        {
            Agent = Doers.Of(view, at),
            IsNegated = verb.IsNegated,
            Certainty = certainty,
            Scope = verb.IsPerfect && IsWar(view, at) ? ClaimScope.Total : null,
        }, found);
    }

    private static IEnumerable<int> Particular(SentenceView view, IEnumerable<int> victims) =>
        victims.Where(victim => view.CountedWith(victim) >= 0 || view.NounAt(victim) is { Count: not null } or { IsPlural: false });

    /// <summary>"The war has killed 150,000 people": it goes on, and so does the count.</summary>
    private static bool IsWar(SentenceView view, int at) =>
        view.NounAt(view.SubjectOf(at)) is { } subject && view.Article.Tokens[subject.Head].Word.Text is "war" or "conflict" or "fighting" or "violence" or "insurgency" or "unrest" or "offensive" or "crisis" or "campaign";

    /// <summary>"relatives of slain rebels", "the wounded and maimed", "the army's disabled and wounded personnel": a participle that stands before its noun.</summary>
    private static bool IsAttribute(SentenceView view, int at) =>
        view.VerbAt(at) is { Voice: Voice.BareParticiple }
        && ((view.KindAt(at - 1) == ChunkKind.Preposition && (!view.IsPartitive(view.NounAt(at - 2)) || IsTheNumber(view, at - 2)))
            || (view.KindAt(at - 1) == ChunkKind.Coordinator && view.NounAt(at - 2) is { Person: null, HasName: false } before && (before.Determiner != 0 || before.PossessorEnd >= 0)
                && view.Article.Tokens[before.Head].Is(WordClass.Casualty | WordClass.Adjective))
            || DeadRule.CountedBehind(view, at) is not null);

    /// <summary>"the number of wounded soldiers": counted elsewhere, where "a number of" and "hundreds of" count.</summary>
    private static bool IsTheNumber(SentenceView view, int at) =>
        view.NounAt(at) is { Count: null } phrase && view.WordAt(at) == "the" && view.Article.Tokens[phrase.Head].Word.Text is "number" or "total";

    private static bool IsPresent(SentenceView view, VerbGroup verb) =>
        verb.Voice == Voice.Active && !verb.IsPerfect && view.Article.Tokens[verb.Main].Is(WordClass.VerbBase | WordClass.VerbS) && !view.Article.Tokens[verb.Main].Is(WordClass.VerbPast);

    /// <summary>"they do not win hearts by killing civilians", "to talk of peace while killing civilians": no deed, a way of acting.</summary>
    private static bool IsGeneral(SentenceView view, int at)
    {
        for (var before = at - 2; before >= 0; before--)
        {
            if (view.VerbAt(before) is { } governing)
            {
                return governing.IsNegated || governing.Modal >= 0 || governing.Voice is Voice.Infinitive or Voice.Ing || IsPresent(view, governing)
                    // "they thought that by killing civilians they would win"
                    || (governing.Verb?.Lemma is "think" or "believe" or "hope" && view.KindAt(before + 1) == ChunkKind.Relative);
            }
        }

        return false;
    }
}
