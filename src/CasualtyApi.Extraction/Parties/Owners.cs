using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Parties;

/// <summary>Whose people "its soldiers" and "63 of their men" are.</summary>
internal sealed class Owners(ParsedArticle parsed)
{
    private readonly Article article = parsed.Article;

    /// <summary>The group behind "of", or the nation or the group nearest before a possessive, in its own sentence; null where none is.</summary>
    public NounPhrase? Of(CasualtyMention mention, NounPhrase who)
    {
        if (GroupBehind(who) is { } group)
        {
            return group;
        }

        return (who.Determiner & WordClass.Possessive) == 0 || who.Country is not null ? null
            : Fights(who) || AreCitizens(who) ? Meant(mention, who.First, IsOwner)
            : Serves(who) ? Meant(mention, who.First, phrase => phrase.Organization is { Kind: SourceKind.Intergovernmental })
            : null;
    }

    /// <summary>"put its own losses at 23", "the number of its dead": whose they are.</summary>
    public NounPhrase? OfOwnLosses(CasualtyMention mention)
    {
        var isOfThem = mention.TriggerEnd + 1 < article.Tokens.Length && article.Tokens[mention.TriggerEnd].Word.Text == "of";
        return mention is { IsLoss: true, Owner: { } losses } ? Meant(mention, losses.First, IsOwner) : Meant(mention, isOfThem ? mention.TriggerEnd + 1 : mention.TriggerFirst, IsOwner);
    }

    /// <summary>Whom "its" or "their" at a token means: the nearest before it that can be.</summary>
    private NounPhrase? Meant(CasualtyMention mention, int possessive, Predicate<NounPhrase> canBe)
    {
        if (article.Tokens[possessive].Word.Text is not ("its" or "their")) return null;

        var chunks = parsed.ChunksOf(mention.Sentence);
        for (var at = chunks.Count - 1; at >= 0; at--)
        {
            if (chunks[at].End > possessive)
            {
                continue;
            }

            if (chunks[at] is NounPhrase { IsPronoun: false } phrase && canBe(phrase))
            {
                return phrase;
            }

            if (at > 0 && chunks[at] is VerbGroup { Reporting: not null, Voice: Voice.Active or Voice.BareParticiple } && chunks[at - 1] is NounPhrase speaker && IsOtherBody(speaker))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"the union says nine of its members died": a body that is no force, nobody and no document speaks of its own people.</summary>
    private bool IsOtherBody(NounPhrase speaker) =>
        speaker is { IsPronoun: false, Organization: null, Country: null, HasName: false } && speaker.PersonToken != speaker.Head && !article.Tokens[speaker.Head].Is(WordClass.ReportingNoun);

    /// <summary>"Hezbollah lost 12 fighters": whoever loses people without a name of their own.</summary>
    public NounPhrase? Loser(CasualtyMention mention, NounPhrase who) =>
        mention.Owner is ({ Organization.Kind: SourceKind.ArmedGroup or SourceKind.Military } or { Person.Kind: PartyKind.ArmedGroup or PartyKind.Military or PartyKind.Police }) and var owner && who is { Organization: null, Country: null } && Fights(who) ? owner : null;

    /// <summary>"the junta's losses": the fighters or forces before the possessive mark.</summary>
    public NounPhrase? Possessor(CasualtyMention mention) =>
        mention.Owner is { PossessorEnd: >= 0 } owner
        && NounPhraseReader.TryRead(article, owner.First, owner.PossessorEnd + 1, []) is { } possessor
        && (possessor.Person is { Kind: PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police } || possessor.Organization is { Kind: SourceKind.ArmedGroup or SourceKind.Military })
            ? possessor
            : null;

    /// <summary>"members of the New People's Army", "fighters from Hezbollah", "staff of the World Food Programme".</summary>
    private NounPhrase? GroupBehind(NounPhrase who) =>
        who.End + 1 < article.Tokens.Length && article.Tokens[who.End].Word.Text is "of" or "from" && (Fights(who) || who.Person is { Kind: PartyKind.People })
            && Behind(who) is { Count: null } group && IsForce(group)
            ? group
            : Serves(who) && article.Tokens[who.End].Word.Text is "of" or "from" or "with" or "for" && Behind(who) is { Organization.Kind: SourceKind.Intergovernmental } employer ? employer
            : null;

    private NounPhrase? Behind(NounPhrase who) => NounPhraseReader.TryRead(article, who.End + 1, Math.Min(who.End + 10, article.Tokens.Length), []);

    private static bool IsForce(NounPhrase group) =>
        group.Organization is { Kind: SourceKind.ArmedGroup or SourceKind.Military }
        || (group.Person is { Kind: PartyKind.Police or PartyKind.Military or PartyKind.ArmedGroup } && group.PersonToken == group.Head && ((group.Determiner & (WordClass.Article | WordClass.Possessive)) != 0 || group.Country is not null || group.Person.Flags.Contains("plural-only")));

    private bool Fights(NounPhrase who) =>
        who.Person is { Kind: PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police } || article.Tokens[who.Head].Word.Text is "men" or "man" or "personnel" or "members" or "ranks" or "comrades";

    /// <summary>"UNRWA said 203 of its staff have been killed".</summary>
    private bool Serves(NounPhrase who) => article.Tokens[who.Head].Word.Text is "staff" or "staff member" or "staff members" or "staffer" or "staffers" or "worker" or "employee" or "workers" or "employees" or "personnel" or "colleagues";

    private bool AreCitizens(NounPhrase who) => article.Tokens[who.Head].Word.Text is "civilians" or "citizens" or "nationals";

    private bool IsOwner(NounPhrase phrase) =>
        phrase.Organization is { Kind: SourceKind.ArmedGroup or SourceKind.Military or SourceKind.Government }
        || (phrase.Country is not null && phrase.Count is null)
        || (phrase is { Count: null, Person.Kind: PartyKind.ArmedGroup or PartyKind.Military } && phrase.PersonToken == phrase.Head && article.Tokens[phrase.First].Word.Text is not ("its" or "their"));
}
