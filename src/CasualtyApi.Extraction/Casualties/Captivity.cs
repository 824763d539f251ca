using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Parties;
using CasualtyApi.Extraction.Text;
using CasualtyApi.Extraction.Vocabulary;

namespace CasualtyApi.Extraction.Casualties;

/// <summary>
/// Whether those who are held are hostages or prisoners of war. "Hostage" and "prisoner" say so themselves; "captive" and "in captivity" leave it to who
/// is held, and by whom, and mean by themselves what they mostly do.
/// </summary>
internal static class Captivity
{
    public static readonly CasualtyTerm Hostage = new("hostage", CasualtyFrame.Object, CasualtyCategory.Abducted, [], null);
    public static readonly CasualtyTerm Prisoner = new("prisoner", CasualtyFrame.Object, CasualtyCategory.Captured, [], null);
    public static readonly CasualtyTerm Held = new("in captivity", CasualtyFrame.Object, CasualtyCategory.Captured, [], null);
    public static readonly CasualtyTerm Captives = new("captives", CasualtyFrame.Object, CasualtyCategory.Abducted, [], null);
    private static readonly CasualtyTerm OfWar = new("prisoner of war", CasualtyFrame.Object, CasualtyCategory.Captured, [], null);
    private static readonly CasualtyTerm Captive = new("captive", CasualtyFrame.Object, CasualtyCategory.Captured, [], null);

    /// <summary>What a word says somebody is taken or held for; null for any other word.</summary>
    public static CasualtyTerm? Of(string word) => word switch
    {
        "hostage" or "hostages" => Hostage,
        "prisoner" or "prisoners" => Prisoner,
        "prisoner of war" or "prisoners of war" or "prisoner-of-war" or "prisoners-of-war" or "pow" or "pows" => OfWar,
        "captive" => Captive,
        "captives" => Captives,
        _ => null,
    };

    /// <summary>"in captivity", "into captivity".</summary>
    public static bool IsCaptivity(SentenceView view, int at, string preposition) =>
        view.IsPreposition(at, preposition) && view.NounAt(at + 1) is { } where && view.Article.Tokens[where.Head].Word.Text == "captivity";

    /// <summary>Decides what an open word means, of all mentions from a place on.</summary>
    public static void Decide(SentenceView view, List<CasualtyMention> found, int from)
    {
        for (var index = from; index < found.Count; index++)
        {
            if (found[index] is { Terms: [{ Term: "captive" or "captives" or "in captivity" } open] } told && CategoryOf(view, told) is { } category)
            {
                found[index] = told with { Terms = [open with { Category = category }] };
            }
        }
    }

    private static CasualtyCategory? CategoryOf(SentenceView view, CasualtyMention told)
    {
        var holder = told.Agent is not { } agent ? null : agent.IsPronoun ? view.NounsBefore(told.TriggerFirst).FirstOrDefault(IsTroops) : agent;
        if (told.Victim?.Who is { } called && Of(view.Article.Tokens[called.Head].Word.Text) == Hostage) return CasualtyCategory.Abducted;
        if (Names(view, told, static token => token.Is(WordClass.Demonym))) return CasualtyCategory.Captured;
        return (told.Victim?.Who is { } who ? PartyReader.KindOf(view.Article, who) : PartyKind.People) switch
        {
            PartyKind.Military => CasualtyCategory.Captured,
            PartyKind.Civilians or PartyKind.Children or PartyKind.Women or PartyKind.Medics or PartyKind.Press or PartyKind.AidWorkers => CasualtyCategory.Abducted,
            _ when IsTroops(holder) => CasualtyCategory.Captured,
            _ when holder is not null && PartyReader.KindOf(view.Article, holder) == PartyKind.ArmedGroup => CasualtyCategory.Abducted,

            _ when Names(view, told, static token => token.Word.Organization is { Kind: SourceKind.ArmedGroup }) => CasualtyCategory.Abducted,

            // "Of the 251 hostages, 59 remain captive"
            _ when view.NounsBefore(told.TriggerFirst).Any(phrase => Of(view.Article.Tokens[phrase.Head].Word.Text) == Hostage) => CasualtyCategory.Abducted,
            _ => null,
        };
    }

    /// <summary>"The army said it took 40 captives".</summary>
    private static bool IsTroops(NounPhrase? phrase) => phrase is { Person.Kind: PartyKind.Military } or { Organization.Kind: SourceKind.Military };

    /// <summary>"in Russian captivity", "in Hamas captivity": whether the words tell whose it is.</summary>
    private static bool Names(SentenceView view, CasualtyMention told, Predicate<Token> test)
    {
        for (var token = told.TriggerFirst; token < told.TriggerEnd; token++)
        {
            if (test(view.Article.Tokens[token])) return true;
        }

        return false;
    }
}
