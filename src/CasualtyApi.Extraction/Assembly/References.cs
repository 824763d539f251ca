using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Assembly;

/// <summary>
/// Claims that only point at another of the same article: "the murder of the priests" where six priests were told, "he was
/// shot" of one who is told dead. They count nobody anew, wherever in the text the count stands.
/// </summary>
internal sealed class References
{
    private readonly Article article;
    private readonly HashSet<(CasualtyCategory, PartyKind)> several = [];
    private readonly HashSet<(CasualtyCategory, PartyKind)> ones = [];
    private readonly HashSet<CasualtyCategory> harms = [];
    private readonly HashSet<PartyKind> persons = [];
    private readonly HashSet<string> names = [];
    private readonly HashSet<int> victims = [];

    private References(Article article, List<ClaimDraft> claims)
    {
        this.article = article;
        foreach (var claim in claims.Where(claim => !IsReference(claim) && !IsManner(claim)))
        {
            Tell(claim);
        }
    }

    /// <summary>Takes out the claims that point at another.</summary>
    public static void Remove(Article article, List<ClaimDraft> claims)
    {
        var told = new References(article, claims);
        claims.RemoveAll(claim => IsManner(claim) ? claim.Count is not { High: 0 } && told.IsHow(claim) : told.IsReference(claim) && told.Refers(claim, claim.Category));
    }

    private void Tell(ClaimDraft claim)
    {
        // How hostages were shot is told of them anew.
        if (claim.Category is not (CasualtyCategory.Abducted or CasualtyCategory.Captured)) victims.Add(claim.Mention.Victim?.First ?? -1);
        var key = (claim.Category, claim.Party.Kind);
        var isOne = claim.Count is { Low: 1, High: 1 };

        // Two who were told one by one are "the victims", too.
        if (!isOne || !ones.Add(key))
        {
            several.Add(key);
            harms.Add(claim.Category);
        }

        if (isOne && claim.Category is CasualtyCategory.Killed or CasualtyCategory.Injured)
        {
            persons.Add(claim.Party.Kind);
            names.Add(claim.Name ?? "");
        }
    }

    /// <summary>"the soldiers", "they": a plural that says it is known, without a count of its own.</summary>
    private bool IsReference(ClaimDraft claim) =>
        claim.Mention is { Counted: null, IsNegated: false, Victim: { Phrase.Count: null, Also.Count: 0 } victim }
        && victim.Who is { Count: null } who && (who.IsPlural || who.Person is { IsCollective: true }) && IsKnown(who);

    private bool IsKnown(NounPhrase who) =>
        who.IsPronoun
            ? article.Tokens[who.Head].Word.Text is "they" or "them" or "these" or "those"
            : (who.Determiner & (WordClass.Article | WordClass.Possessive)) != 0 || article.Tokens[who.First].Word.Text is "these" or "those";

    private bool Refers(ClaimDraft claim, CasualtyCategory category) =>
        several.Contains((category, claim.Party.Kind))
        || (harms.Contains(category) && article.Tokens[claim.Mention.Victim!.Who.Head].Word.Person?.Singular is "victim" or "person");

    /// <summary>Only words that say how, not how badly.</summary>
    private static bool IsManner(ClaimDraft claim) => claim.Mention.Terms.All(term => term.IsManner);

    /// <summary>How it was done to people who are told dead or injured.</summary>
    private bool IsHow(ClaimDraft claim)
    {
        if (claim.Mention.Victim is not { } victim)
        {
            return false;
        }

        if (victims.Contains(victim.First) || (IsReference(claim) && (Refers(claim, CasualtyCategory.Killed) || Refers(claim, CasualtyCategory.Injured))))
        {
            return true;
        }

        return claim is { IsNew: false, Mention.IsNegated: false } && (victim.Phrase is { IsPlural: false, Count: null } || victim is { Phrase.Count: { Low: 1, High: 1 }, Group: not null })
            && (claim.Name is { } name ? names.Contains(name) : persons.Contains(claim.Party.Kind));
    }
}
