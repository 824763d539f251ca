using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Parties;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"has lost 1,670 troops", "the loss of 30 men": people lost are killed or injured, the words do not say which.</summary>
internal sealed class LostRule : CasualtyRule
{
    private static readonly CasualtyTerm Lost =
        new("lose", CasualtyFrame.Object, CasualtyCategory.KilledOrInjured, [], null);

    /// <summary>Of one's own kin, whoever is lost is dead.</summary>
    private static readonly CasualtyTerm Dead = new("lose", CasualtyFrame.Object, CasualtyCategory.Killed, [], null);

    private static readonly CasualtyTerm Maimed = new("lose", CasualtyFrame.Subject, CasualtyCategory.Injured, [], null) { IsOfPeopleOnly = true };

    public override string Id => "casualties.lost";

    public override string Summary => "People lost are killed or injured, and whoever loses a limb is injured; lost tanks are no casualties.";

    public override string Example => "The brigade has lost thirty men.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup, ChunkKind.NounPhrase];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (view.VerbAt(at) is { Verb.Lemma: "lose", Voice: not Voice.Passive } verb)
        {
            if (view.ObjectOf(at) is >= 0 and var target && Modality.OfVerb(view, at) is { } certainty)
            {
                ReadObject(view, at, verb, target, certainty, found);
            }
            else if (view.RelativeObjectOf(at) is >= 0 and var those && view.NounAt(those) is { Count: not null, Person: not null } && Modality.OfVerb(view, at) is { } sure)
            {
                // "the 343 firefighters we lost"
                Mentions.Add(view, [those], Of(view, verb.First, verb.End, sure) with { Owner = view.NounAt(view.SkipLeft(at - 1)) }, found);
            }
        }
        else if (view.VerbAt(at) is { Verb.Lemma: "lose", Voice: Voice.Passive, IsNegated: false } gone)
        {
            ReadSubject(view, at, gone, found);
        }
        else if (view.NounAt(at) is { Count: { } few } maimed && few.Next == maimed.Head - 1 && view.Article.Tokens[few.Next].Word.Verb?.Lemma == "lose" && view.Article.Tokens[maimed.Head].Word.BodyPart == BodyPart.Limb && Mentions.OfSentence(view, found).Any())
        {
            // "one was killed and three lost limbs"
            found.Add(Of(view, few.Next, maimed.End, Certainty.Stated) with { Terms = [Maimed], Victim = new Victim(NounPhrase.Alone(maimed, few)) });
        }
        else if (view.NounAt(at) is { IsPlural: false } loss && view.Article.Tokens[loss.Head].Word.CasualtyNoun?.Term == "loss"
            && view.IsPreposition(at + 1, "of") && view.NounAt(at + 2)?.Count is not null && Modality.OfNoun(view, at) is { } stated)
        {
            if (IsOfOwn(view, at + 2))
            {
                // "for the loss of two of their own"
                found.Add(Of(view, loss.Head, view.Chunks[at + 4].End, stated) with { Victim = new Victim(view.NounAt(at + 2)!), IsLoss = true });
                return;
            }

            Mentions.Add(view, view.Coordinated(at + 2, leftwards: false), Of(view, loss.Head, loss.End, stated) with { Terms = [IsComparedWithDead(view, at, found) ? Dead : Lost] }, found);
        }
    }

    /// <summary>"40 rebels were killed, compared with the loss of 12 soldiers": the dead are compared with dead.</summary>
    private static bool IsComparedWithDead(SentenceView view, int loss, List<CasualtyMention> found) =>
        view.KindAt(loss - 1) == ChunkKind.Preposition && (view.WordAt(loss - 1) == "against" || (view.WordAt(loss - 1) is "with" or "to" && view.VerbAt(loss - 2) is { Verb.Lemma: "compare", IsNegated: false }))
        && Mentions.OfSentence(view, found).FirstOrDefault() is { IsNegated: false, Terms: [{ Category: CasualtyCategory.Killed }] };

    /// <summary>"240 servicemen, two tanks and four howitzers had been lost".</summary>
    private void ReadSubject(SentenceView view, int at, VerbGroup verb, List<CasualtyMention> found)
    {
        if (view.SubjectOf(at) is >= 0 and var subject && Modality.OfVerb(view, at) is { } certainty)
        {
            var lost = view.Coordinated(subject, leftwards: true);
            Mentions.Add(view, lost.Where(member => view.NounAt(member) is { Count: not null, Person: not null } && !IsCraft(view, member, lost)), Of(view, verb.First, verb.End, certainty), found);
        }
    }

    /// <summary>"lost five on the trot", "three in a row": games.</summary>
    private static bool IsInARow(SentenceView view, int at) => view.KindAt(at) == ChunkKind.Preposition && view.NounAt(at + 1) is { } row && view.Article.Words(view.Chunks[at].First, row.End) is "on the trot" or "in a row" or "on the bounce" or "in succession";

    private void ReadObject(SentenceView view, int at, VerbGroup verb, int target, Certainty certainty, List<CasualtyMention> found)
    {
        if (!verb.IsNegated && view.Article.Tokens[view.Chunks[target].First].Word.Text is "nobody" or "no one")
        {
            if (view.NounAt(view.SubjectOf(at)) is not { } owner || PartyReader.KindOf(view.Article, owner) is not (PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police) || view.KindAt(target + 1) == ChunkKind.Preposition)
            {
                // "the team lost no one to injury"
                return;
            }

            Mentions.Add(view, [target], Of(view, verb.First, verb.End, certainty) with { IsNegated = true, Owner = owner }, found);
        }
        else if (!verb.IsNegated && IsOfOwn(view, target))
        {
            // "lost two of their own"
            found.Add(Of(view, verb.First, view.Chunks[target + 2].End, certainty) with { Victim = new Victim(view.NounAt(target)!), Owner = view.NounAt(view.SubjectOf(at)), IsLoss = true });
        }
        else if (!IsInARow(view, target + 1) && IsCounted(view, target) && !IsKin(view, target) && !IsBrokenDown(view, target) && !IsInGame(view, target))
        {
            var lost = view.Coordinated(target, leftwards: false);
            Mentions.Add(view, lost.Where(member => !IsCraft(view, member, lost)), Of(view, verb.First, verb.End, certainty) with
            {
                Scope = verb.IsPerfect ? ClaimScope.Total : null,
                Owner = view.NounAt(view.SubjectOf(at)),
            }, found);
        }
        else if (!verb.IsNegated && IsKin(view, target))
        {
            // "lost his wife and both daughters", "lost my brother and three neighbours"
            Mentions.Add(view, view.Coordinated(target, leftwards: false).Where(member => IsKin(view, member) || (view.NounAt(member) is { Count: not null } && view.VictimAt(member).Who.Person is not null)), Of(view, verb.First, verb.End, certainty) with { Terms = [Dead] }, found);
        }
        else if (!verb.IsNegated && view.NounAt(view.WordAt(target) == "part" && view.IsPreposition(target + 1, "of") ? target + 2 : target) is { } limb && IsLimb(view, limb) && view.SubjectOf(at) is >= 0 and var sufferer && !(view.Article.Tokens[limb.Head].Word.Text is "hearing" or "vision" && (view.KindAt(target + 1) == ChunkKind.Preposition && view.WordAt(target + 1) is "before" or "at" || view.NounAt(sufferer) is { Person: null or { IsCollective: true }, IsPronoun: false, HasName: false })))
        {
            // "Three survivors lost limbs", "lost both legs"
            Mentions.Add(view, view.Coordinated(sufferer, leftwards: true), Of(view, verb.First, limb.End, certainty) with { Terms = [Maimed] }, found);
        }
    }

    /// <summary>"lost 30 men"; "a commander" only where others lost with him are counted.</summary>
    private static bool IsCounted(SentenceView view, int target) =>
        view.NounAt(target)!.Count is not null
        || (view.NounAt(target) is { IsPlural: false, Person: not null } && view.Article.Tokens[view.Chunks[target].First].Word.Text is "a" or "an" && view.Coordinated(target, leftwards: false).Skip(1).Any(other => view.NounAt(other) is { Count: not null, Person: not null }));

    /// <summary>"two helicopters and a bomber": a word for people that means what they fly in among such things.</summary>
    private static bool IsCraft(SentenceView view, int member, IReadOnlyList<int> lost) =>
        view.NounAt(member) is { Person.Singular: "bomber" or "fighter" or "interceptor" }
        && lost.Any(other => other != member && view.Article.Tokens[view.NounAt(other)!.Head].Word.NotPeople is "equipment" or "weapon");

    /// <summary>"his wife", "two sons", "14 members of my family".</summary>
    private static bool IsKin(SentenceView view, int at) =>
        view.NounAt(at) is { Person: { } person } phrase && (phrase.Count is not null || phrase.Determiner != 0)
        && (person.Flags.Contains("kin") || person.Singular is "friend" or "colleague" or "comrade" || (person.Singular is "member" && view.IsPreposition(at + 1, "of") && view.NounAt(at + 2) is { Person.Singular: "family" or "household" } family && (family.Determiner & WordClass.Possessive) != 0));

    private static bool IsOfOwn(SentenceView view, int at) =>
        view.NounAt(at) is { IsElliptic: true, Count: not null } && view.IsPreposition(at + 1, "of") && view.NounAt(at + 2) is { } own && (own.Determiner & WordClass.Possessive) != 0 && view.Article.Tokens[own.End - 1].Word.Text == "own";

    private static bool IsLimb(SentenceView view, NounPhrase limb) =>
        limb.PossessorEnd < 0 && (view.Article.Tokens[limb.Head].Word is { BodyPart: BodyPart.Limb } or { Text: "eye" or "eyes" }
            || ((limb.Determiner & WordClass.Possessive) != 0 && view.Article.Tokens[limb.Head].Word.Text is "sight" or "eyesight" or "hearing" or "vision"));

    /// <summary>"lost 71 men killed and 38 wounded": the participles say what became of each.</summary>
    private static bool IsBrokenDown(SentenceView view, int target) =>
        view.VerbAt(target + 1) is { Voice: Voice.BareParticiple, Casualty.Frame: CasualtyFrame.Object }
        || view.Article.Tokens[view.NounAt(target)!.Head].Word.Casualty is { Frame: CasualtyFrame.Predicate };

    /// <summary>"lost three players to injury before the derby", "lost two men to suspension".</summary>
    private static bool IsInGame(SentenceView view, int target) =>
        view.IsPreposition(target + 1, "to") && view.NounAt(target + 2) is { Determiner: 0, IsPlural: false } cause && view.Article.Tokens[cause.Head].Word.Text is "injury" or "suspension" or "illness" or "retirement";

    private CasualtyMention Of(SentenceView view, int first, int end, Certainty certainty) => new()
    {
        Sentence = view.Index,
        TriggerFirst = first,
        TriggerEnd = end,
        Terms = [Lost],
        Rule = Id,
        Certainty = certainty,
    };
}
