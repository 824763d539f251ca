using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>"Divers are searching for six fishermen", "the search for 12 people": whoever is looked for by rescuers is missing; whom the police look for may be on the run.</summary>
internal sealed class SearchedRule : CasualtyRule
{
    private static readonly CasualtyTerm Sought = new("search", CasualtyFrame.Object, CasualtyCategory.Missing, [], null) { IsOfPeopleOnly = true };

    public override string Id => "casualties.searched";

    public override string Summary => "So many people whom rescuers search for.";

    public override string Example => "Divers are searching for six fishermen.";

    public override IReadOnlyList<ChunkKind> Kinds { get; } = [ChunkKind.VerbGroup, ChunkKind.NounPhrase];

    public override void Read(SentenceView view, int at, List<CasualtyMention> found)
    {
        var isSearch = view.VerbAt(at) is { } verb ? verb is { IsNegated: false, Modal: < 0, Voice: not Voice.Passive, Verb.Lemma: "search" or "look" } && AreRescuers(view, view.SubjectOf(at)) : view.NounAt(at) is { Count: null } search && view.Article.Tokens[search.Head].Word.Text is "search" or "searches";
        if (isSearch && For(view, at) is >= 0 and var sought && view.NounAt(sought) is { Count: not null } who && who is { Person: { Kind: not (PartyKind.ArmedGroup or PartyKind.Prisoners), Singular: not ("suspect" or "attacker" or "killer" or "volunteer") } } or { IsElliptic: true } && !Mentions.IsTold(view, found, who))
        {
            Mentions.Add(view, view.Coordinated(sought, leftwards: false), new CasualtyMention { Sentence = view.Index, TriggerFirst = view.Chunks[at].First, TriggerEnd = who.End, Terms = [Sought], Rule = Id }, found);
        }
    }

    /// <summary>The phrase behind "for", over when the search goes on or ends: "the search continues for 12 people", "suspended its search on Saturday for six crew"; −1 where there is none.</summary>
    private static int For(SentenceView view, int at)
    {
        for (var next = at + 1; next < at + 6; next++)
        {
            if (view.IsPreposition(next, "for") && view.NounAt(next + 1) is { } whom && !Victims.IsTime(view, whom)) return next + 1;
            if (!(view.KindAt(next) is ChunkKind.Preposition or ChunkKind.NounPhrase or ChunkKind.Adverb || view.VerbAt(next) is { Verb.Lemma: "continue" or "resume" or "suspend" or "enter" or "go" or "end" or "expand" or "widen" or "call" } || view.WordAt(next) == "off")) return -1;
        }

        return -1;
    }

    /// <summary>"rescuers", "the coast guard", "rescue teams", "two lifeboats".</summary>
    private static bool AreRescuers(SentenceView view, int subject) =>
        view.NounAt(subject) is { } who && (who.Person is { Singular: "rescuer" or "rescue worker" or "diver" or "firefighter" or "searcher" or "villager" or "lifeguard" }
            || Enumerable.Range(who.First, who.End - who.First).Any(token => view.Article.Tokens[token].Word.Text is "rescue" or "search" or "lifeboat" or "lifeboats" or "coastguard" or "coast guard" or "helicopter" or "helicopters"));
}
