using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Parties;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>A row of a table or list: "personnel – about 893,690 (+1,220)", "Killed: 27", "Injured | 92".</summary>
internal sealed class RowRule : CasualtyRule
{
    /// <summary>How many lines above a row its heading may stand.</summary>
    private const int Reach = 3;

    public const string RuleId = "casualties.row";

    public override string Id => RuleId;

    public override string Summary => "A row of a table or list: what is counted, a mark, the figure; in brackets behind a plus what was added last.";

    public override string Example => "The enemy's losses: personnel – about 893,690 (+1,220).";

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        if (IsItem(view, at) && Heading(view) is var (loss, whose))
        {
            // "The losses are: – about 900 soldiers; – 12 tanks"
            var lost = view.NounAt(at)!;
            found.Add(new CasualtyMention { Sentence = view.Index, TriggerFirst = lost.First, TriggerEnd = lost.End, Terms = [loss], Victim = new Victim(lost), Owner = whose, Rule = Id, Scope = ClaimScope.Total });
            return;
        }

        var figure = at + 2;
        if (!(IsMark(view, at + 1) || IsItemOfLosses(view, at)) || view.NounAt(figure) is not { Count: not null } counted || !(counted.IsElliptic || counted.Person is not null) || Label(view, at) is not var (term, owner))
        {
            return;
        }

        var row = new CasualtyMention
        {
            Sentence = view.Index,
            TriggerFirst = view.Chunks[at].First,
            TriggerEnd = counted.End,
            Terms = [term],
            Victim = view.NounAt(at) is { Person: not null } people ? new Victim(counted, people) : new Victim(counted),
            Owner = owner,
            Rule = Id,
            Scope = term.Term == "loss" ? ClaimScope.Total : null,
        };
        found.Add(row);
        if (view.KindAt(figure + 1) == ChunkKind.Open && view.NounAt(figure + 3) is { Count: not null } added && Mark(view, figure + 2) == '+')
        {
            found.Add(row with { Victim = row.Victim with { Phrase = added }, TriggerFirst = added.First, TriggerEnd = added.End, Scope = ClaimScope.Period, Whole = row });
        }
    }

    /// <summary>"The losses of the enemy are: personnel, about 695,000 (+1,300); tanks, 9,162": a comma between, and nothing else until the next item.</summary>
    private static bool IsItemOfLosses(SentenceView view, int at) =>
        view.KindAt(at + 1) == ChunkKind.Comma && view.KindAt(at - 1) is ChunkKind.Colon or ChunkKind.Stop && view.NounAt(at) is { Person: not null, Count: null, Determiner: 0 } who && PartyReader.KindOf(view.Article, who) == PartyKind.Military
        && view.NounAt(at + 2) is { IsElliptic: true } && view.KindAt(at + 3) is ChunkKind.Open or ChunkKind.Stop;

    /// <summary>An item of a list: a dash or a bullet, people who are counted, and nothing else.</summary>
    private static bool IsItem(SentenceView view, int at) =>
        at == 1 && view.KindAt(0) is ChunkKind.Dash or ChunkKind.Other && view.NounAt(1) is { Count: not null, Person: not null } && view.Article.Tokens[view.Sentence.First].Has(TokenFlags.LineBreakBefore)
        && (view.Chunks.Count == 2 || (view.Chunks.Count == 3 && view.KindAt(2) is ChunkKind.Stop or ChunkKind.Comma));

    /// <summary>What the row counts: a harm, or people under a heading of losses.</summary>
    private static (CasualtyTerm Term, NounPhrase? Owner)? Label(SentenceView view, int at)
    {
        // "Killed: 9; wounded: 31": a row of its own behind the semicolon.
        var first = at > 0 && view.KindAt(at - 1) == ChunkKind.Stop ? at : 0;
        for (var before = first; before < at; before++)
        {
            if (view.KindAt(before) is not (ChunkKind.Dash or ChunkKind.Other or ChunkKind.Open or ChunkKind.Colon or ChunkKind.NounPhrase or ChunkKind.Preposition or ChunkKind.Comma or ChunkKind.VerbGroup or ChunkKind.Adverb)
                || (view.KindAt(before) == ChunkKind.NounPhrase && view.KindAt(at - 1) is not (ChunkKind.Colon or ChunkKind.Stop)))
            {
                return null;
            }
        }

        var label = view.Article.Tokens[view.NounAt(at)?.Head ?? view.VerbAt(at)?.Main ?? view.Chunks[at].First].Word;
        if ((label.CasualtyNoun is { Frame: CasualtyFrame.Count } or { Frame: CasualtyFrame.Toll } && view.NounAt(at)?.Count is null && !(view.NounAt(at) is { } noun && LabelledRule.IsOfPlay(noun, label.CasualtyNoun)) ? label.CasualtyNoun : label.Casualty is { Frame: CasualtyFrame.Object or CasualtyFrame.Predicate } && view.NounAt(at)?.Count is null && view.VerbAt(at) is null or { Voice: Voice.BareParticiple } ? label.Casualty : null) is { } harm)
        {
            return (harm, null);
        }

        if (view.NounAt(at) is { Count: null } who && DisplacedPeople.Are(who))
        {
            // "Displaced persons: 5,300"
            return (DisplacedPeople.Term, null);
        }

        return view.NounAt(at) is { Person: not null, Count: null } && Heading(view) is var (token, country) ? (token, country) : null;
    }

    /// <summary>"The enemy's losses as of 20 March:" above the row or before it.</summary>
    private static (CasualtyTerm Term, NounPhrase? Owner)? Heading(SentenceView view)
    {
        for (var sentence = view.Index; sentence >= 0 && sentence > view.Index - 1 - Reach; sentence--)
        {
            var bounds = view.Article.Sentences[sentence];
            for (var token = bounds.First; token < bounds.End; token++)
            {
                if (view.Article.Tokens[token].Word is { CasualtyNoun: { Term: "loss" } term, IsPlural: true })
                {
                    return (term, Country(view.Article, bounds.First, token));
                }
            }
        }

        return null;
    }

    /// <summary>"Russia's total losses"; "losses of the Russian army" is read no further.</summary>
    private static NounPhrase? Country(Article article, int first, int losses)
    {
        for (var token = first; token < losses; token++)
        {
            if (article.Tokens[token].Is(WordClass.Country | WordClass.Demonym) && NounPhraseReader.TryRead(article, token, losses + 1, []) is { Country: not null } phrase)
            {
                return phrase;
            }
        }

        return null;
    }

    private static bool IsMark(SentenceView view, int at) =>
        at < view.Chunks.Count && (view.KindAt(at) is ChunkKind.Colon or ChunkKind.Dash || Mark(view, at) is '|' or '‒' or '−');

    private static char Mark(SentenceView view, int at) => view.Article.Text[view.Article.Tokens[view.Chunks[at].First].Start];
}
