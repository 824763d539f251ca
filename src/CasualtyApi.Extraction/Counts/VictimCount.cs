using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Counts;

/// <summary>The count of a mention: what is counted, in which words, by which rule.</summary>
/// <param name="Reading">Words and ends.</param>
/// <param name="Rule">The rule that read it.</param>
/// <param name="First">The first token of the words; −1 where there are none.</param>
internal sealed record VictimCount(CountReading Reading, string Rule, int First)
{
    public static CountRule None { get; } = new NoneRule();

    public static CountRule One { get; } = new OneRule();

    public static CountRule Name { get; } = new NameRule();

    public static CountRule Plural { get; } = new PluralRule();

    public static CountRule Group { get; } = new GroupRule();

    public static CountRule Unquantified { get; } = new UnquantifiedRule();

    /// <summary>Rules that need no number.</summary>
    public static IReadOnlyList<CountRule> Rules { get; } = [None, One, Name, Plural, Group, Unquantified];

    public static VictimCount Of(Article article, CasualtyMention mention)
    {
        var phrase = mention.Counted ?? mention.Victim!.Phrase;
        if ((mention.IsNegated && !mention.DeniesNumber) || (phrase.Determiner & WordClass.Negator) != 0 || article.Tokens[phrase.Head].Is(WordClass.Negator))
        {
            return Make(article, None, phrase.First, phrase.First + 1, 0, 0);
        }

        if (mention.Counted is null && mention.Victim is { Group: { } group } && OfGroup(article, phrase, group) is { } ofGroup)
        {
            return ofGroup;
        }

        if (phrase.Count is { } count && !FractionReader.IsPercent(article.Tokens[phrase.Head].Word))
        {
            // "All but three were killed": how many is not said.
            return IsAllBut(article, phrase.First) ? Make(article, Unquantified, phrase.First - 2, phrase.End, null, null) : Counted(article, phrase, count, mention.Relation);
        }

        return mention.Counted is null ? Uncounted(article, phrase) : Sized(article, phrase);
    }

    private static VictimCount Counted(Article article, NounPhrase phrase, CountPhrase count, CountRelation? relation)
    {
        var text = article.Words(count.First, count.End);
        if (phrase.Person is { IsCollective: true, IsOfMembers: false } && count.Low is { } groups && (groups == 1 || (article.Tokens[phrase.PersonToken].Word.IsPlural && phrase.Person.Plural != phrase.Person.Singular)))
        {
            // "three families"; "three couples" are six; "12 crew" and "12 staff" are twelve of one.
            if (phrase.Person.IsPair && count.High is { } most)
            {
                return new VictimCount(new CountReading(text, count.Relation, groups * 2, most * 2), count.Rule, count.First);
            }

            return new VictimCount(new CountReading(text, CountRelation.Vague, groups * 2, null), Group.Id, count.First);
        }

        if (relation == CountRelation.AtMost)
        {
            return new VictimCount(new CountReading(text, CountRelation.AtMost, null, count.Low), "counts.at-most", count.First);
        }

        if (relation == CountRelation.AtLeast && count.Relation == CountRelation.Exactly)
        {
            return new VictimCount(new CountReading(text, CountRelation.AtLeast, count.Low, null), "counts.at-least", count.First);
        }

        return relation == CountRelation.MoreThan && count.Relation == CountRelation.Exactly
            ? new VictimCount(new CountReading(text, CountRelation.MoreThan, count.Low, null), "counts.more-than", count.First)
            : new VictimCount(new CountReading(text, count.Relation, count.Low, count.High), count.Rule, count.First);
    }

    /// <summary>"all of the 14 passengers", "every one of the passengers", "both of the pilots", "all but two of the 14": as many as the group, or those left of it; null where the group does not tell.</summary>
    private static VictimCount? OfGroup(Article article, NounPhrase phrase, NounPhrase group)
    {
        if (phrase.Count is { Low: { } excepted } && IsAllBut(article, phrase.First))
        {
            return group.Count is { Relation: CountRelation.Exactly, Low: { } whole } && whole > excepted
                ? new VictimCount(new CountReading(article.Words(phrase.First - 2, group.Count.End), CountRelation.Exactly, whole - excepted, whole - excepted), "counts.exactly", phrase.First - 2)
                : null;
        }

        if (phrase.Count is { Low: > 1 and var groups } && group is { Count: null, Person: { IsCollective: true, IsOfMembers: false, IsPair: false } people } && people.Plural != people.Singular && article.Tokens[group.PersonToken].Word.IsPlural)
        {
            // "Families displaced: 40", "40 of the families"
            return new VictimCount(new CountReading(article.Words(phrase.Count.First, phrase.Count.End), CountRelation.Vague, groups * 2, null), Group.Id, phrase.Count.First);
        }

        if (phrase.Count is { Low: > 1 })
        {
            // "all 11 of its members"
            return null;
        }

        var first = phrase.Count is { Low: 1, High: 1, First: > 0 } one ? one.First - 1 : phrase.First;
        return article.Tokens[first].Word.Text switch
        {
            "both" => new VictimCount(new CountReading(article.Words(first, first + 1), CountRelation.Exactly, 2, 2), "counts.exactly", first),
            "all" or "each" or "every" when group.Count is { } count => new VictimCount(new CountReading(article.Words(first, count.End), count.Relation, count.Low, count.High), count.Rule, first),
            "all" or "each" or "every" when group.IsPlural => Make(article, Plural, first, phrase.End, 2, null),
            "all" => Make(article, Unquantified, first, phrase.End, null, null),
            _ => null,
        };
    }

    private static bool IsAllBut(Article article, int number) =>
        number > 1 && article.Tokens[number - 1].Word.Text == "but" && article.Tokens[number - 2].Word.Text == "all";

    /// <summary>"a soldier", "soldiers", "a family", a name.</summary>
    private static VictimCount Uncounted(Article article, NounPhrase phrase)
    {
        if (phrase.HasName && (phrase.Person is null || (phrase.Person.IsCollective && phrase.PersonToken < phrase.NameFirst && (article.Tokens[phrase.NameFirst].Is(WordClass.Title) || article.Tokens[phrase.NameFirst - 1].Is(WordClass.Title)))))
        {
            // "Army Spc. Ana Ruiz" is one of the army.
            return new VictimCount(new CountReading(null, CountRelation.Exactly, 1, 1), Name.Id, -1);
        }

        if (article.Tokens[phrase.Head].Word.Text == "majority" || FractionReader.IsPercent(article.Tokens[phrase.Head].Word))
        {
            return Make(article, Unquantified, phrase.First, phrase.Head + 1, null, null);
        }

        switch (article.Tokens[phrase.First].Word.Text)
        {
            case "both" when phrase.IsPlural || phrase.IsElliptic:
                return new VictimCount(new CountReading(article.Words(phrase.First, phrase.Head + 1), CountRelation.Exactly, 2, 2), "counts.exactly", phrase.First);
            case "every" or "each" when phrase is { IsPlural: false, Person: not { IsCollective: true } }:
                return Make(article, Plural, phrase.First, phrase.Head + 1, 2, null);
            case "half" or "most":
                return Make(article, Unquantified, phrase.First, phrase.Head + 1, null, null);
            default:
                break;
        }

        if (phrase.Person is { Singular: "trio" or "quartet" } && !phrase.IsPlural)
        {
            var members = phrase.Person.Singular == "trio" ? 3 : 4;
            return new VictimCount(new CountReading(article.Words(phrase.First, phrase.Head + 1), CountRelation.Exactly, members, members), "counts.exactly", phrase.First);
        }

        if (phrase.Person is { IsPair: true } && phrase.IsPlural != phrase.Person.IsCollective)
        {
            // "a married couple", "the twins"
            return new VictimCount(new CountReading(article.Words(phrase.First, phrase.Head + 1), CountRelation.Exactly, 2, 2), "counts.exactly", phrase.First);
        }

        if (phrase.Person is { IsCollective: true } && !phrase.IsPlural)
        {
            return phrase.Person.Kind is PartyKind.Military or PartyKind.Police or PartyKind.ArmedGroup
                ? Make(article, Unquantified, phrase.First, phrase.End, null, null)
                : Make(article, Group, phrase.First, phrase.End, 2, null);
        }

        return phrase.IsPlural
            ? Make(article, Plural, phrase.Head, phrase.Head + 1, 2, null)
            : Make(article, One, phrase.First, phrase.HasName ? phrase.PersonToken + 1 : phrase.Head + 1, 1, 1);
    }

    /// <summary>"heavy casualties": the words of size; a bare plural is a plural.</summary>
    private static VictimCount Sized(Article article, NounPhrase phrase)
    {
        if (!phrase.IsPlural && Victims.BeginsOneMore(article, phrase))
        {
            // "a fourth death"
            return Make(article, One, phrase.First, phrase.Head + 1, 1, 1);
        }

        var first = -1;
        for (var token = phrase.First; token < phrase.Head; token++)
        {
            ref readonly var word = ref article.Tokens[token];
            if (first < 0 && word.Is(WordClass.Adjective | WordClass.VerbIng | WordClass.VerbParticiple) && !word.Is(WordClass.Name | WordClass.PersonNoun))
            {
                first = token;
            }
            else if (first >= 0 && word.Is(WordClass.Name | WordClass.PersonNoun | WordClass.Noun))
            {
                return Make(article, Unquantified, first, token, null, null);
            }
        }

        return first >= 0
            ? Make(article, Unquantified, first, phrase.Head, null, null)
            : Make(article, Plural, phrase.Head, phrase.Head + 1, 2, null);
    }

    private static VictimCount Make(Article article, CountRule rule, int first, int end, long? low, long? high) =>
        new(new CountReading(article.Words(first, end), rule.Relation, low, high), rule.Id, first);
}
