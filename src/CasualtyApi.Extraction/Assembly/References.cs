using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Assembly;

/// <summary>
/// Claims that only point at another of the same article: "the murder of the priests" where six priests were told, "he was
/// shot" of one who is told dead. They count nobody anew, wherever in the text the count stands.
/// </summary>
internal static class References
{
    /// <summary>Takes out the claims that point at another.</summary>
    public static void Remove(Article article, List<ClaimDraft> claims)
    {
        var counted = new HashSet<(CasualtyCategory, PartyKind)>();
        var harmed = new HashSet<CasualtyCategory>();
        var single = new HashSet<(PartyKind, string?)>();
        var told = new HashSet<int>();
        var ones = new HashSet<(CasualtyCategory, PartyKind)>();
        foreach (var claim in claims)
        {
            if (IsReference(article, claim) || IsManner(claim))
            {
                continue;
            }

            if (claim.Count is not { Low: 1, High: 1 })
            {
                counted.Add((claim.Category, claim.Party.Kind));
                harmed.Add(claim.Category);
            }

            else
            {
                // Two who were told one by one are "the victims", too.
                var key = (claim.Category, claim.Party.Kind);
                if (!ones.Add(key))
                {
                    counted.Add(key);
                    harmed.Add(claim.Category);
                }
            }

            told.Add(claim.Mention.Victim?.First ?? -1);
            if (claim.Category is CasualtyCategory.Killed or CasualtyCategory.Injured && claim.Count is { Low: 1, High: 1 })
            {
                single.Add((claim.Party.Kind, null));
                single.Add((PartyKind.People, claim.Name));
            }
        }

        claims.RemoveAll(claim => IsManner(claim) ? told.Contains(claim.Mention.Victim?.First ?? -2) || IsHow(article, claim, counted, harmed, single) : IsReference(article, claim) && Refers(article, claim, claim.Category, counted, harmed));
    }

    /// <summary>"the soldiers", "they": a plural that says it is known, without a count of its own.</summary>
    private static bool IsReference(Article article, ClaimDraft claim) =>
        claim.Mention is { Counted: null, IsNegated: false, Victim: { Also.Count: 0 } victim }
        && victim.Who is { Count: null } who && (who.IsPlural || who.Person is { IsCollective: true }) && victim.Phrase.Count is null && IsKnown(article, who);

    private static bool IsKnown(Article article, NounPhrase who) =>
        who.IsPronoun
            ? article.Tokens[who.Head].Word.Text is "they" or "them" or "these" or "those"
            : (who.Determiner & (WordClass.Article | WordClass.Possessive)) != 0 || article.Tokens[who.First].Word.Text is "these" or "those";

    private static bool Refers(Article article, ClaimDraft claim, CasualtyCategory category, HashSet<(CasualtyCategory, PartyKind)> counted, HashSet<CasualtyCategory> harmed) =>
        counted.Contains((category, claim.Party.Kind))
        || (harmed.Contains(category) && article.Tokens[claim.Mention.Victim!.Who.Head].Word.Person?.Singular is "victim" or "person");

    /// <summary>Only words that say how, not how badly.</summary>
    private static bool IsManner(ClaimDraft claim) => claim.Mention.Terms.All(term => term.IsManner);

    /// <summary>How it was done to people who are told dead or injured.</summary>
    private static bool IsHow(Article article, ClaimDraft claim, HashSet<(CasualtyCategory, PartyKind)> counted, HashSet<CasualtyCategory> harmed, HashSet<(PartyKind, string?)> single)
    {
        if (IsReference(article, claim))
        {
            return Refers(article, claim, CasualtyCategory.Killed, counted, harmed) || Refers(article, claim, CasualtyCategory.Injured, counted, harmed);
        }

        return claim is { IsNew: false, Mention: { IsNegated: false, Victim.Phrase: { IsPlural: false, Count: null } } }
            && (claim.Name is null ? single.Contains((claim.Party.Kind, null)) : single.Contains((PartyKind.People, claim.Name)));
    }
}
