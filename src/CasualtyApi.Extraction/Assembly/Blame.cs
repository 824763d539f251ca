using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Parties;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Assembly;

/// <summary>Who a mention says did it: the doer of its verb, or whose attack it happened in.</summary>
internal sealed class Blame(ParsedArticle parsed)
{
    private readonly Article article = parsed.Article;
    private readonly Actors actors = new(parsed);

    public PartyReading? Of(CasualtyMention mention)
    {
        if (mention.Terms[0].Term == "evacuate")
        {
            // "were evacuated in an air force plane": it helped them.
            return null;
        }

        if (mention.Whole is { } whole)
        {
            return whole.Terms[0].Category == mention.Terms[0].Category ? Of(whole) : null;
        }

        if (mention.Agent is { } wreck && IsWrecked(mention, wreck))
        {
            return null;
        }

        if (mention.Agent is { } agent && mention.Terms[0].Frame is CasualtyFrame.Object or CasualtyFrame.Predicate or CasualtyFrame.Event or CasualtyFrame.Count)
        {
            return agent.IsPronoun ? actors.Meant(agent, mention.Sentence) is { } meant ? actors.Party(meant) : null
                : actors.IsActor(agent) ? actors.Named(agent) ?? actors.Owned(agent, mention.Sentence) ?? actors.Party(agent) : OfAttack(agent) ?? Claimer(mention);
        }

        return mention.IsNegated ? null : InAttack(mention) ?? Accused(mention) ?? Charged(mention) ?? Claimer(mention);
    }

    /// <summary>"A Russian plane crashed, killing 12": nobody's doing.</summary>
    private bool IsWrecked(CasualtyMention mention, NounPhrase thing)
    {
        var view = parsed.ViewOf(mention.Sentence);
        return thing.Person is null && view.VerbAt(view.At(thing.End)) is { Voice: not Voice.Passive, Casualty: null, Verb.Lemma: "crash" or "sink" or "collapse" or "overturn" or "capsize" or "derail" or "plunge" or "burn" or "fall" or "run" or "skid" or "collide" or "flip" };
    }

    /// <summary>Whoever did it, or whose weapon or attack it was.</summary>
    private PartyReading? DoneBy(NounPhrase doer) => actors.IsActor(doer) ? actors.Named(doer) ?? actors.Party(doer) : OfAttack(doer);

    /// <summary>"said twelve people were killed, blaming the rebels": whoever the sentence goes on to blame.</summary>
    private PartyReading? Accused(CasualtyMention mention)
    {
        var view = parsed.ViewOf(mention.Sentence);
        for (var at = 0; at < view.Chunks.Count; at++)
        {
            if (view.Chunks[at].First < mention.End || view.VerbAt(at) is not { Voice: Voice.Ing, IsNegated: false, Reporting.Term: "blame" or "accuse" }) continue;
            var on = view.IsPreposition(at + 2, "on") ? at + 3 : at + 1;
            return view.NounAt(on) is { } accused ? DoneBy(accused) : null;
        }

        return null;
    }

    /// <summary>"The group claimed responsibility for the attack that left 12 dead": by its own word.</summary>
    private PartyReading? Claimer(CasualtyMention mention)
    {
        var view = parsed.ViewOf(mention.Sentence);
        for (var verb = 0; verb < view.Chunks.Count && view.Chunks[verb].End <= mention.First; verb++)
        {
            if (view.VerbAt(verb) is { IsNegated: false, Modal: < 0, Voice: Voice.Active or Voice.BareParticiple, Verb.Lemma: "claim" or "admit" or "accept" or "take" }
                && view.NounAt(verb + 1) is { } what && (article.Tokens[what.Head].Word.Text is "responsibility" or "credit" || (view.VerbAt(verb)!.Verb!.Lemma == "claim" && Doers.IsAttack(article.Tokens[what.Head].Word) && view.KindAt(verb + 2) == ChunkKind.Relative)))
            {
                // "no group has claimed responsibility"
                return view.NounAt(view.SubjectOf(verb)) is { } claimer && (claimer.Determiner & WordClass.Negator) == 0 ? DoneBy(claimer) : null;
            }
        }

        return null;
    }

    /// <summary>"He blamed the rebels for the deaths of 12 villagers", "blamed the deaths of 12 villagers on the rebels".</summary>
    private PartyReading? Charged(CasualtyMention mention)
    {
        var view = parsed.ViewOf(mention.Sentence);
        var verb = view.Chunks.FindLastIndex(chunk => chunk.End <= mention.First && chunk is VerbGroup { IsNegated: false, Modal: < 0, Reporting.Term: "blame", Voice: Voice.Active or Voice.BareParticiple });
        if (verb < 0)
        {
            return null;
        }

        var whom = view.IsPreposition(verb + 2, "for") ? verb + 1 : view.Chunks.FindIndex(chunk => chunk.First >= mention.End && chunk.Kind == ChunkKind.Preposition) + 1;
        return view.NounAt(whom) is not { } accused || (whom > verb + 1 && !view.IsPreposition(whom - 1, "on")) ? null : DoneBy(accused);
    }

    /// <summary>"A Russian strike killed 52", "a Houthi missile", "army shelling": a nation's weapons are its forces', a group's its own.</summary>
    private PartyReading? OfAttack(NounPhrase attack)
    {
        if (!Doers.IsAttack(article.Tokens[attack.Head].Word) || IsCivil(attack))
        {
            return null;
        }

        return attack.Organization is { Kind: SourceKind.ArmedGroup or SourceKind.Military } group
            ? new PartyReading(article.Words(attack.Head, attack.Head + 1), group.Name, group.CountryCode, group.Kind == SourceKind.Military ? PartyKind.Military : PartyKind.ArmedGroup)
            : attack.Country is { } country && IsWhose(attack, country)
                ? new PartyReading(article.Words(attack.Head, attack.Head + 1), country.Name, country.Code, PartyKind.Military)
                : attack.Person is { Kind: PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Police } forces
                    ? new PartyReading(article.Words(attack.Head, attack.Head + 1), PartyReader.KindName(forces.Kind), null, forces.Kind)
                    : null;
    }

    /// <summary>"a Turkish bus", "an Iraqi hospital fire", "an Egyptian church bombing", "the US shooting": a nation's vehicles and buildings, and what happens to them, are not its forces'.</summary>
    private bool IsCivil(NounPhrase attack)
    {
        var isCivil = article.Tokens[attack.Head].Word.IsCivil;
        for (var token = Math.Max(attack.First, attack.PossessorEnd); token < attack.Head && !isCivil; token++)
        {
            isCivil = article.Tokens[token].Word.NotPeople is "building" or "area";
        }

        return isCivil;
    }

    /// <summary>"a Russian strike", "US strikes", "Moscow's strike"; but the bombing of "Jerusalem bus bombing", "Iraq bombing" only was there.</summary>
    private bool IsWhose(NounPhrase attack, Country country)
    {
        for (var token = attack.First; token < attack.End; token++)
        {
            if (ReferenceEquals(article.Tokens[token].Word.Country, country))
            {
                return token <= attack.PossessorEnd || article.Tokens[token].Is(WordClass.Demonym) || (article.Tokens[token].Has(TokenFlags.AllCapitals | TokenFlags.Abbreviation) && !article.IsUpperCase);
            }
        }

        return false;
    }

    /// <summary>"were killed in an Israeli strike", "in an ambush by rebels", "In a Russian raid, two men died".</summary>
    private PartyReading? InAttack(CasualtyMention mention)
    {
        var view = parsed.ViewOf(mention.Sentence);
        for (var at = 0; at + 1 < view.Chunks.Count; at++)
        {
            var verb = view.SkipRight(at + 2);
            if (view.WordAt(at) is "when" or "after" or "as" && view.NounAt(at + 1) is { } attacker && Attacks(view.VerbAt(verb)) && IsOf(view, at, mention))
            {
                // "were killed when rebels opened fire", "when a Russian missile hit a house"
                return DoneBy(attacker);
            }

            if (view.WordAt(at) is "when" or "after" or "as" && view.NounAt(at + 1) is not null && Attacked(view.VerbAt(verb)) && view.IsPreposition(verb + 1, "by") && view.NounAt(verb + 2) is { } ambusher && IsOf(view, at, mention)
                && mention.Victim?.Who.Person?.Kind != ambusher.Person?.Kind)
            {
                // "were killed when their patrol was ambushed by rebels"
                return DoneBy(ambusher);
            }

            if (view.KindAt(at) == ChunkKind.Preposition && (view.WordAt(at) is "in" or "during" or "by" or "after" or "following" or "from" || IsBecause(view, at))
                && view.NounAt(at + 1) is { } attack && Doers.IsAttack(article.Tokens[attack.Head].Word) && IsOf(view, at, mention))
            {
                // "in an ambush by rebels", "in an attack blamed on rebels"
                var by = Doers.AscribedTo(view, at + 1) is >= 0 and var ascribed ? ascribed : view.IsPreposition(at + 2, "by") ? at + 3 : -1;
                return view.NounAt(by) is { } doer && actors.IsActor(doer) ? DoneBy(doer) : OfAttack(attack);
            }
        }

        return null;
    }

    /// <summary>"due to shelling", "because of an air strike", "as a result of the raid".</summary>
    private static bool IsBecause(SentenceView view, int preposition) =>
        (view.WordAt(preposition) == "to" && view.WordAt(preposition - 1) is "due" or "owing") || (view.WordAt(preposition) == "of" && (view.WordAt(preposition - 1) == "because" || (view.NounAt(preposition - 1) is { } result && view.Article.Tokens[result.Head].Word.Text == "result")));

    private static bool Attacked(VerbGroup? verb) =>
        verb is { Voice: Voice.Passive, IsNegated: false, Modal: < 0, Verb.Lemma: "attack" or "storm" or "raid" or "shell" or "bomb" or "bombard" or "ambush" or "target" };

    private static bool Attacks(VerbGroup? verb) =>
        verb is { Casualty.Term: "blow up", IsNegated: false, Modal: < 0, Voice: Voice.Active or Voice.BareParticiple } or { Voice: Voice.Active or Voice.BareParticiple, IsNegated: false, Modal: < 0, Verb.Lemma: "open" or "fire" or "attack" or "storm" or "raid" or "shell" or "bomb" or "bombard" or "strike" or "hit" or "ambush" or "target" or "launch" or "throw" or "drop" or "blow" or "shoot" or "pound" or "land" or "slam" or "crash" or "detonate" or "overrun" };

    /// <summary>Whether a phrase behind the mention or at the sentence's beginning belongs to it: no verb of another kind stands between.</summary>
    private bool IsOf(SentenceView view, int preposition, CasualtyMention mention)
    {
        var isBehind = view.Chunks[preposition].First >= mention.End;
        if (!isBehind && view.SkipRight(0) != preposition && !(preposition < 3 && IsBecause(view, preposition)))
        {
            return false;
        }

        for (var at = 0; at < view.Chunks.Count; at++)
        {
            var isBetween = isBehind ? view.Chunks[at].First >= mention.End && at < preposition : at > preposition && view.Chunks[at].End <= mention.First;
            if (isBetween && (view.KindAt(at) is ChunkKind.Stop or ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Colon or ChunkKind.Quote || view.VerbAt(at) is { Casualty: null }))
            {
                return false;
            }
        }

        return true;
    }
}
