using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Among the dead were three children", "the wounded include a nurse": people inside a toll told elsewhere.</summary>
internal sealed class AmongTheDeadRule : CasualtyRule
{
    public override string Id => "casualties.among-the-dead";

    public override string Summary => "People who are said to be among the dead or the wounded.";

    public override string Example => "Among the dead were three children.";

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (ReadAmongThose(view, at, found))
        {
            return;
        }

        if (view.NounAt(at) is not { } phrase || (phrase.Determiner & WordClass.Article) == 0 || phrase.Count is not null || Terms(view, phrase, found) is not { } terms)
        {
            return;
        }

        var verb = view.SkipRight(at + 1);
        var behind = view.SkipRight(verb + 1);
        if (view.VerbAt(verb) is { Voice: Voice.Passive, Verb.Lemma: "identify" or "name" } && view.IsPreposition(verb + 1, "as"))
        {
            behind = verb + 2;
        }

        if ((IsLinking(view.VerbAt(verb)) || behind == verb + 2) && view.NounAt(behind) is { } told)
        {
            // "the victims were identified as …": those told before, by their names.
            // "the victims were farmers" says who they were, not how many.
            var victims = view.Coordinated(behind, leftwards: false).Where(victim => phrase.Person is null || view.NounAt(victim) is not { Count: null, IsPlural: true });
            Add(view, [.. victims], phrase, terms, found, told.HasName ? Named(phrase, terms, found) : null);
        }
        else if (view.IsPreposition(at - 1, "among") && IsLinking(view.VerbAt(view.SkipLeft(at - 2))) && view.SubjectOf(view.SkipLeft(at - 2)) is var subject and >= 0)
        {
            Add(view, view.Coordinated(subject, leftwards: true), phrase, terms, found);
        }
    }

    /// <summary>"Among those killed were two medics", "Among the priests murdered was the rector".</summary>
    private bool ReadAmongThose(SentenceView view, int at, List<CasualtyMention> found)
    {
        var verb = view.SkipRight(at + 1);
        var behind = view.SkipRight(verb + 1);
        if (view.VerbAt(at) is not { Voice: Voice.BareParticiple, Casualty: { Frame: CasualtyFrame.Object } term } || view.NounAt(at - 1) is not { Count: null } those
            || !view.IsPreposition(at - 2, "among") || !IsLinking(view.VerbAt(verb)) || view.NounAt(behind) is null)
        {
            return false;
        }

        Mentions.Add(view, view.Coordinated(behind, leftwards: false), new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = those.First,
            TriggerEnd = view.Chunks[at].End,
            Terms = [term],
            Rule = Id,
        }, found);
        return true;
    }

    private static bool IsLinking(VerbGroup? verb) => verb is { IsAuxiliaryOnly: true } or { Verb.Lemma: "include" or "comprise" };

    /// <summary>"the dead" by their own word; "the victims" by what was told last.</summary>
    private static IReadOnlyList<CasualtyTerm>? Terms(SentenceView view, NounPhrase phrase, List<CasualtyMention> found)
    {
        ref readonly var head = ref view.Article.Tokens[phrase.Head];
        for (var token = phrase.First; token < phrase.Head; token++)
        {
            // "the wounded reporters are …"
            if (view.Article.Tokens[token].Word.Casualty is { Frame: CasualtyFrame.Object } done && view.Article.Tokens[token].Is(WordClass.VerbParticiple))
            {
                return [done];
            }
        }

        if (phrase.Person is null)
        {
            return head.Word.Casualty is { Frame: CasualtyFrame.Predicate or CasualtyFrame.Object } term ? [term] : null;
        }

        return phrase.Person.Singular == "victim" && phrase.IsPlural && found.Count > 0 ? found[^1].Terms : null;
    }

    private void Add(SentenceView view, IReadOnlyList<int> victims, NounPhrase phrase, IReadOnlyList<CasualtyTerm> terms, List<CasualtyMention> found, CasualtyMention? whole = null) =>
        Mentions.Add(view, victims, new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = phrase.Head,
            TriggerEnd = phrase.Head + 1,
            Terms = terms,
            Rule = Id,
            Whole = whole,
        }, found);

    /// <summary>The count whose people are now named: the last of several people whom the same happened to.</summary>
    private static CasualtyMention? Named(NounPhrase phrase, IReadOnlyList<CasualtyTerm> terms, List<CasualtyMention> found) =>
        phrase.IsPlural ? found.FindLast(mention => mention is { Whole: null, Victim.Phrase.IsPlural: true } && mention.Terms[0].Category == terms[0].Category) : null;
}
