using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Parties;

/// <summary>Reads whom a noun phrase means: nation or group, and the most specific kind of people worded.</summary>
internal static class PartyReader
{
    /// <summary>Kinds from the most telling to the least: a status outweighs age and sex.</summary>
    private static readonly PartyKind[] ByStatus =
    [
        PartyKind.Prisoners, PartyKind.Military, PartyKind.ArmedGroup, PartyKind.Police, PartyKind.Medics, PartyKind.Press,
        PartyKind.AidWorkers, PartyKind.Children, PartyKind.Women, PartyKind.Civilians, PartyKind.People,
    ];

    public static PartyReading Of(Article article, NounPhrase phrase, Country? behind = null, NounPhrase? owner = null)
    {
        behind ??= owner?.Country;
        var kind = phrase.Organization is { Kind: SourceKind.ArmedGroup } && phrase.Person is { Kind: PartyKind.Military or PartyKind.People }
            ? PartyKind.ArmedGroup
            : KindOf(article, phrase);
        if (owner is not null && kind is PartyKind.People or PartyKind.Military)
        {
            // "63 of their men": fighters' men are fighters.
            kind = owner.Person?.Kind == PartyKind.Police && owner.Organization is null ? PartyKind.Police
                : owner.Organization?.Kind == SourceKind.ArmedGroup || owner.Person?.Kind == PartyKind.ArmedGroup ? PartyKind.ArmedGroup : PartyKind.Military;
        }

        if (kind == PartyKind.Civilians && (phrase.Organization ?? owner?.Organization)?.Kind == SourceKind.Intergovernmental && article.Tokens[phrase.Head].Word.Text is "staff" or "staff member" or "staff members" or "staffer" or "staffers" or "worker" or "workers" or "employee" or "employees" or "contractor" or "contractors" or "driver" or "drivers")
        {
            kind = PartyKind.AidWorkers;
        }

        if (kind == PartyKind.People && phrase.Country is not null && article.Tokens[phrase.Head].Word.Text == "personnel")
        {
            // "60 Russian personnel" are a nation's forces.
            kind = PartyKind.Military;
        }

        var group = (phrase.Organization ?? owner?.Organization) is { Kind: SourceKind.ArmedGroup or SourceKind.Military } organization ? organization : null;
        var country = phrase.Country ?? behind;
        var (first, end) = Words(article, phrase);
        var words = first < end ? article.Words(first, end) : null;
        if (AreOfTwo(article, phrase, out var both))
        {
            return new PartyReading(words, both?.Name ?? KindName(kind), both?.Code, kind);
        }

        return new PartyReading(
            words,
            group?.Name ?? country?.Name ?? KindName(kind),
            group?.CountryCode ?? country?.Code,
            kind);
    }

    /// <summary>"Ukrainian and Russian soldiers", "Hamas and Islamic Jihad militants": where two nations or groups share a count, the party is neither.</summary>
    /// <param name="article">What is read.</param>
    /// <param name="phrase">The people.</param>
    /// <param name="both">The nation of both groups, if it is one.</param>
    private static bool AreOfTwo(Article article, NounPhrase phrase, out Country? both)
    {
        both = null;
        for (var token = phrase.First + 1; token < phrase.Head; token++)
        {
            if (!article.Tokens[token].Is(WordClass.Coordinator)) continue;
            var (one, other) = (Names.Organization(article, phrase.First, token), Names.Organization(article, token + 1, phrase.End));
            var (here, there) = (Names.Country(article, phrase.First, token), Names.Country(article, token + 1, phrase.End));
            if ((one?.Name ?? here?.Name) is { } left && (other?.Name ?? there?.Name) is { } right && left != right)
            {
                both = here == there ? here : null;
                return true;
            }
        }

        return false;
    }

    /// <summary>The party's own words: behind determiner and count, up to the noun; a name behind it is left out.</summary>
    public static (int First, int End) Words(Article article, NounPhrase phrase)
    {
        var first = phrase.Count is { } count ? Math.Max(phrase.First, count.Next) : phrase.First;
        while (first < phrase.End && article.Tokens[first].Kind is TokenKind.Punctuation or TokenKind.Quote)
        {
            // An editor's brackets, or the mark that doubts the noun.
            var isOpen = article.IsMark(first, '[');
            for (first++; isOpen && first < phrase.End && !article.IsMark(first - 1, ']'); first++)
            {
            }
        }

        while (first < phrase.End && article.Tokens[first].Is(WordClass.Article | WordClass.Determiner | WordClass.Possessive | WordClass.Ordinal)
            && !article.Tokens[first].Is(WordClass.PersonNoun))
        {
            first++;
        }

        var end = phrase.PersonToken >= first ? phrase.PersonToken + 1 : phrase.HasName ? phrase.NameFirst : Math.Min(phrase.Head + 1, phrase.End);
        if (!phrase.HasName && phrase.PersonToken < 0)
        {
            // "military deaths": the noun says what happened to the party.
            end = phrase.Head > first && article.Tokens[phrase.Head].Word.CasualtyNoun is not null ? phrase.Head : phrase.Head + 1;
        }

        return (first, phrase.IsPronoun ? first : Math.Max(first, end));
    }

    public static string KindName(PartyKind kind) => kind switch
    {
        PartyKind.ArmedGroup => "armed group",
        PartyKind.AidWorkers => "aid workers",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The nearest kind that holds both: children, women, medics, press and aid workers are civilians, all are people.</summary>
    public static PartyKind Union(PartyKind left, PartyKind right)
    {
        if (left == right)
        {
            return left;
        }

        return IsCivilian(left) && IsCivilian(right) ? PartyKind.Civilians : PartyKind.People;
    }

    private static bool IsCivilian(PartyKind kind) =>
        kind is PartyKind.Civilians or PartyKind.Children or PartyKind.Women or PartyKind.Medics or PartyKind.Press or PartyKind.AidWorkers;

    /// <summary>"Sgt. Ana Ruiz", "Det. Ana Ruiz".</summary>
    private static PartyKind? OfTitle(Title? title) => title?.Kind switch
    {
        "military" => PartyKind.Military,
        "police" => PartyKind.Police,
        _ => null,
    };

    /// <summary>The kind that the phrase's own words say.</summary>
    public static PartyKind KindOf(Article article, NounPhrase phrase)
    {
        var kind = phrase.Person?.Kind ?? (phrase.Organization?.Kind is SourceKind.ArmedGroup ? PartyKind.ArmedGroup
            : phrase.Organization?.Kind is SourceKind.Military ? PartyKind.Military : PartyKind.People);

        // "the militant's daughter" is no militant: what stands before the possessor's mark is somebody else.
        for (var token = phrase.PossessorEnd + 1 > phrase.First ? phrase.PossessorEnd + 1 : phrase.First; token < phrase.Head; token++)
        {
            ref readonly var word = ref article.Tokens[token];
            var modifier = word.Word.Person?.Kind ?? OfTitle(word.Word.Title) ?? word.Word.Text switch
            {
                "reserve" when phrase.Person is { Kind: PartyKind.Police, Singular: not "officer" } => PartyKind.People,
                "military" or "army" or "naval" or "navy" or "reserve" or "marine" => PartyKind.Military,
                "female" => PartyKind.Women,
                "police" => PartyKind.Police,
                "medical" => PartyKind.Medics,
                _ => PartyKind.People,
            };
            if (Array.IndexOf(ByStatus, modifier) < Array.IndexOf(ByStatus, kind) && (kind is PartyKind.People or PartyKind.Women or PartyKind.Children || modifier is PartyKind.Military || (phrase.Person is { IsCollective: true } && modifier is PartyKind.ArmedGroup))
                || (modifier == PartyKind.Police && phrase.Person is { } ranked && ranked.Flags.Contains("rank")))
            {
                kind = modifier;
            }
        }

        if (phrase.Person is { Singular: "personnel" } && phrase.First == (phrase.Count is null ? phrase.Head : phrase.Count.First) && phrase.Head == (phrase.Count?.Next ?? phrase.Head))
        {
            // "five personnel": no staff of anybody's, and so the troops.
            return PartyKind.Military;
        }

        return kind is PartyKind.People or PartyKind.Civilians or PartyKind.Women && Ages.IsChild(article, phrase) ? PartyKind.Children : kind;
    }
}
