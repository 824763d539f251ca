using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Parties;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Assembly;

/// <summary>Whom a mention is about, by its own words, by what the passage said before, or by whom the losses belong to.</summary>
internal sealed class PartyOfMention(ParsedArticle parsed)
{
    private readonly Article article = parsed.Article;
    private readonly Antecedents antecedents = new(parsed);
    private readonly Owners owners = new(parsed);
    private readonly List<ClaimDraft> told = [];

    /// <summary>Remembers a claim, whose party a later ellipsis may take over.</summary>
    public void Told(ClaimDraft claim) => told.Add(claim);

    public PartyReading Of(CasualtyMention mention, NounPhrase who)
    {
        var isHarmNoun = mention.Victim is null || ReferenceEquals(mention.Victim.Phrase, mention.Counted);
        var isHarmHead = article.Tokens[who.Head].Is(WordClass.Casualty) && who.Person is null;
        if (isHarmHead && who.Country is null && mention is { Owner.Country: { } nation, Rule: "casualties.dead" })
        {
            return new PartyReading(null, nation.Name, nation.Code, PartyKind.People);
        }

        if ((isHarmHead || who.IsElliptic) && who.Person is null && Among(mention) is { } among)
        {
            return among;
        }

        if (isHarmHead && mention.IsLoss && Lost(mention) is { } lost)
        {
            return lost;
        }

        if ((isHarmNoun || isHarmHead) && mention.Victim?.As is null && who.Person is null && who.Country is null && PartyReader.KindOf(article, who) == PartyKind.People)
        {
            // "no casualties" are nobody's.
            return !mention.IsNegated && (who.Determiner & WordClass.Negator) == 0 && Earlier(mention) is { } earlier ? earlier with { Text = null } : new PartyReading(null, PartyReader.KindName(PartyKind.People), null, PartyKind.People);
        }

        if (Person(mention, who) is { } person)
        {
            return PartyReader.Of(article, person);
        }

        // "seven wounded", "158 others": the people counted just before, in this sentence or passage.
        var isOthers = article.Tokens[who.Head].Word.Text == "others";
        var isPeer = who.Person is { } peer && peer.Flags.Contains("peer") && PartyReader.KindOf(article, who) == peer.Kind;
        if (who.IsElliptic && (mention.IsLoss || mention.Terms[0].Term is "loss" or "lose" or "casualty" or "dead" or "wounded") && Lost(mention) is { } loser)
        {
            return loser;
        }

        var isEllipsis = who.IsElliptic || (who.IsPronoun && !isOthers && article.Tokens[who.Head].Word.Text is not ("nobody" or "no one")) || (isHarmHead && !isHarmNoun) || Victims.IsOneMore(article, who) || (isOthers && !SharesTrigger(mention)) || isPeer;
        var isBare = isEllipsis && (who.Country ?? mention.Owner?.Country) is null;
        return isBare && (Earlier(mention) ?? (who.IsElliptic && mention.Terms[0].Frame != CasualtyFrame.Toll ? Counted(mention) : null)) is { } taken
            ? taken with { Text = isOthers || isPeer ? article.TextOf(article.Tokens[who.Head]).ToString() : null }
            : OfGroup(mention, Forces(mention, who, Joined(mention, PartyReader.Of(article, who, Origin(who) ?? mention.Owner?.Country ?? (mention.IsLoss ? owners.OfOwnLosses(mention)?.Country : null), owners.Of(mention, who) ?? owners.Loser(mention, who)))));
    }

    /// <summary>"its own losses", "the junta's losses": whose they are. A nation loses forces; its dead are whoever they were.</summary>
    private PartyReading? Lost(CasualtyMention mention) =>
        (owners.Possessor(mention) ?? owners.OfOwnLosses(mention) ?? (mention is { IsLoss: true, Owner: { } losses } && PartyReader.KindOf(article, losses) != PartyKind.People ? losses : null)) is not { } loser ? null
        : PartyReader.Of(article, loser) is var party && !mention.IsLoss && mention.Terms[0].Term is "dead" or "wounded" ? party with { Text = null }
        : AsForces(party) with { Text = null };

    /// <summary>"eleven wounded among the soldiers".</summary>
    private PartyReading? Among(CasualtyMention mention) =>
        mention.End + 1 < article.Tokens.Length && article.Tokens[mention.End].Word.Text is "among" or "amongst"
        && NounPhraseReader.TryRead(article, mention.End + 1, Math.Min(mention.End + 10, article.Tokens.Length), []) is { IsPronoun: false, Count: null, Person: not null } people
            ? PartyReader.Of(article, people)
            : null;

    /// <summary>"15 Islamic State militants, including a commander": a rank among an armed group is the group's; officers among soldiers are the army's.</summary>
    private PartyReading OfGroup(CasualtyMention mention, PartyReading party)
    {
        if (mention.Whole is not { } whole || party is not { Kind: PartyKind.Military or PartyKind.Police, Country: null } || told.Find(claim => ReferenceEquals(claim.Mention, whole))?.Party is not { } group)
        {
            return party;
        }

        var isRank = party.Kind == PartyKind.Military ? group.Kind == PartyKind.ArmedGroup : group.Kind == PartyKind.Military && mention.Victim?.Who.Person?.Singular == "officer";
        return isRank ? group with { Text = party.Text } : party;
    }

    /// <summary>"Russia has suffered 40,000 casualties", "combat losses of 12,000 personnel": what a nation loses, unless the words say whom, is forces.</summary>
    private PartyReading Forces(CasualtyMention mention, NounPhrase who, PartyReading party)
    {
        ref readonly var head = ref article.Tokens[who.Head];
        var areForces = (mention.IsLoss || mention.Terms[0].Term is "loss" or "lose" or "casualty")
            && (head.Word.Text == "personnel" || (who.IsElliptic && mention.Owner?.Country is not null) || (who.Count is null && head.Is(WordClass.Country | WordClass.Seat) && mention.Counted is not null));
        return areForces ? AsForces(party) : party;
    }

    private static PartyReading AsForces(PartyReading party) => party.Kind == PartyKind.People
        ? party with { Kind = PartyKind.Military, Name = party.Country is null ? PartyReader.KindName(PartyKind.Military) : party.Name }
        : party;

    /// <summary>"five judges and magistrates": one party of the kind that holds them all.</summary>
    private PartyReading Joined(CasualtyMention mention, PartyReading first)
    {
        if (mention.Victim is not { Also: [.., var last] also } victim)
        {
            return first;
        }

        var others = also.Select(phrase => PartyReader.Of(article, phrase)).ToArray();
        var kind = others.Aggregate(first.Kind, (left, other) => PartyReader.Union(left, other.Kind));
        var isOne = others.All(other => other.Name == first.Name);
        return new PartyReading(
            article.Words(PartyReader.Words(article, victim.Who).First, PartyReader.Words(article, last).End),
            isOne ? first.Name : PartyReader.KindName(kind),
            others.All(other => other.Country == first.Country) ? first.Country : null,
            kind);
    }

    /// <summary>"killed a soldier and three others": the others are no soldiers; nor need those be whom another sentence says to be killed, too.</summary>
    private bool SharesTrigger(CasualtyMention mention)
    {
        if (told.Count == 0 || (told[^1].Mention.Sentence < mention.Sentence && told[^1].Category == KilledOrWoundedRule.Union(mention.Terms).Category))
        {
            return true;
        }

        for (var index = told.Count - 1; index >= 0 && told[index].Mention.Sentence == mention.Sentence; index--)
        {
            if (told[index].Mention.TriggerFirst == mention.TriggerFirst)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"he" is whom the passage spoke of; a bare name is what the article says of it elsewhere.</summary>
    public NounPhrase? Person(CasualtyMention mention, NounPhrase who) => who switch
    {
        _ when mention.Victim?.As is { } title => title,
        { IsPronoun: true, IsPlural: false } when article.Tokens[who.Head].Is(WordClass.Negator) => null,
        { IsPronoun: true, IsPlural: false } => antecedents.Of(who, mention.Sentence, mention.Agent),
        { HasName: true, Person: null } => antecedents.Description(who),
        _ => null,
    };

    /// <summary>The party of the claim before, if it stands in this sentence or the one before; a part ("including two children"), a suicide and whoever did it ("a bomber blew himself up, killing 12") hand nothing on.</summary>
    private PartyReading? Earlier(CasualtyMention mention)
    {
        if (mention.Rule == TableRule.RuleId)
        {
            return null;
        }

        // A toll is of all who died, not of those last spoken of as missing.
        var isToll = mention.Terms[0].Frame == CasualtyFrame.Toll;
        for (var index = told.Count - 1; index >= 0; index--)
        {
            if (told[index].Mention.Sentence < mention.Sentence - 1)
            {
                return null;
            }

            if (told[index].Mention is { Whole: null, Cause: not "suicide" } earlier && !IsDoer(mention, earlier.Victim?.Phrase) && earlier.First < mention.First && (!isToll || told[index].Category == mention.Terms[0].Category))
            {
                return IsOfMore(mention, told[index], isToll) ? null : Together(index);
            }
        }

        return null;
    }

    /// <summary>"[Five children] were among the 12 killed": the 12 are not all children.</summary>
    private bool IsPart(NounPhrase phrase) => phrase.End + 1 < article.Tokens.Length && article.Tokens[phrase.End].Is(WordClass.Be) && article.Tokens[phrase.End + 1].Word.Text == "among";

    private static bool IsDoer(CasualtyMention mention, NounPhrase? phrase) => phrase is not null && mention.Agent is { } doer && doer.First <= phrase.First && phrase.First < doer.End;

    /// <summary>
    /// "The bodies of two women were found, bringing the toll to six": the six are no women only. What is ten times as many as
    /// those of a sentence before is of others, too.
    /// </summary>
    private static bool IsOfMore(CasualtyMention mention, ClaimDraft earlier, bool isToll)
    {
        var isNamed = isToll || mention.Counted is not null;
        return isNamed && mention.Replaces is null && (mention.Counted ?? mention.Victim?.Phrase)?.Count?.Low is { } many && earlier.Count.High is { } few && many > few
            && (earlier.Party.Kind is PartyKind.Women or PartyKind.Children || (earlier.Mention.Sentence < mention.Sentence && many > 10 * few));
    }

    /// <summary>"19,700 children had been recruited, and 7,300 had been maimed": the people counted last in the sentence, whatever befell those.</summary>
    private PartyReading? Counted(CasualtyMention mention)
    {
        NounPhrase? last = null;
        foreach (var chunk in parsed.ChunksOf(mention.Sentence))
        {
            if (chunk.First >= mention.First)
            {
                break;
            }

            last = chunk is NounPhrase { Count: not null, IsPlural: true, Person: not null } people && people.PersonToken == people.Head && !IsDoer(mention, people) && !IsPart(people) ? people : last;
        }

        return last is null ? null : PartyReader.Of(article, last) with { Text = null };
    }

    /// <summary>"killed two policemen and a child, and wounded 17 others": the others are of the kind that holds all told in one breath.</summary>
    private PartyReading Together(int last)
    {
        var party = told[last].Party;
        for (var index = last - 1; index >= 0 && told[index].Mention is var joined && joined.Sentence == told[last].Mention.Sentence && joined.TriggerFirst == told[last].Mention.TriggerFirst && joined.Whole is null; index--)
        {
            var kind = PartyReader.Union(party.Kind, told[index].Party.Kind);
            party = kind == party.Kind && told[index].Party.Name == party.Name ? party
                : new PartyReading(null, PartyReader.KindName(kind), told[index].Party.Country == party.Country ? party.Country : null, kind);
        }

        return party;
    }

    /// <summary>"soldiers from Nepal".</summary>
    private Country? Origin(NounPhrase who)
    {
        var at = who.End;
        return at + 1 < article.Tokens.Length && article.Tokens[at].Word.Text == "from" && article.Tokens[at + 1].Is(WordClass.Country)
            ? article.Tokens[at + 1].Word.Country
            : null;
    }
}
