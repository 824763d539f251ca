using CasualtyApi.Extraction.Attribution;
using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Periods;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Assembly;

/// <summary>Puts statements and claims into one reading: ordered, linked, in code points.</summary>
internal static class ReadingAssembler
{
    public static Reading Assemble(ParsedArticle parsed, DateOnly? published)
    {
        var article = parsed.Article;
        published = Dateline.Day(article, published) ?? published;
        // Of two claims on one span with one category the first read stands.
        var claims = Ordered(new ClaimBuilder(parsed, published).Build(CasualtyFinder.Find(parsed)).DistinctBy(claim => (claim.Span, claim.Category, (claim.Mention.Victim?.Phrase ?? claim.Mention.Counted!).First)));
        var statements = StatementLayout.Lay(article, StatementFinder.Find(parsed), claims);
        claims = Ordered(claims);
        Links.Repeats(claims);
        Links.Disputes(claims);
        Links.Updates(claims);
        PlaceCarry.Place(article, claims);
        var indexes = claims.Select((claim, index) => (claim, index)).ToDictionary(pair => pair.claim, pair => pair.index);
        return new Reading(
            [.. statements.Select(plan => Of(article, plan.Draft))],
            [.. claims.Select(claim => Of(article, claim, indexes))]);
    }

    private static List<ClaimDraft> Ordered(IEnumerable<ClaimDraft> claims) =>
        [.. claims.OrderBy(claim => claim.Span.Start).ThenBy(claim => claim.Span.End).ThenBy(claim => claim.Category)];

    private static StatementReading Of(Article article, StatementDraft draft) => new(
        draft.Kind,
        article.CodePoints.Of(draft.Span),
        article.TextOf(draft.Span).ToString(),
        draft.Speaker,
        draft.AlsoSpeakers,
        draft.SpeakerSpan is { } span ? article.TextOf(span).ToString() : null,
        draft.SpeakerSpan is { } speaker ? article.CodePoints.Of(speaker) : null,
        draft.Cue,
        draft.Relay);

    private static ClaimReading Of(Article article, ClaimDraft claim, Dictionary<ClaimDraft, int> indexes) => new()
    {
        Statement = claim.Statement!.Index,
        Span = article.CodePoints.Of(claim.Span),
        Text = article.TextOf(claim.Span).ToString(),
        Category = claim.Category,
        MixedOf = claim.MixedOf,
        Cause = claim.Cause,
        Count = claim.Count,
        Party = claim.Party,
        Blamed = claim.Blamed,
        Place = claim.Place,
        Period = claim.Period,
        Scope = claim.Scope,
        Certainty = claim.Certainty,
        Claimant = claim.Statement.Draft.Speaker,
        AlsoClaimants = claim.Statement.Draft.AlsoSpeakers,
        Repeats = IndexOf(claim.Repeats, indexes),
        PartOf = IndexOf(FirstOf(claim.PartOf, claim), indexes),
        Updates = IndexOf(FirstOf(claim.Updates, claim), indexes),
        Disputes = IndexOf(FirstOf(claim.Disputes, claim), indexes),
        Rules = Distinct(claim.Rules),
    };

    /// <summary>Each rule once; they are too few for a set.</summary>
    private static List<string> Distinct(List<string> rules)
    {
        var distinct = new List<string>(rules.Count);
        foreach (var rule in rules)
        {
            if (!distinct.Contains(rule)) distinct.Add(rule);
        }

        return distinct;
    }

    /// <summary>A link leads to the first claim of its kind, never to one that only says it again, and never to the claim's own first.</summary>
    private static ClaimDraft? FirstOf(ClaimDraft? linked, ClaimDraft claim) =>
        (linked?.Repeats ?? linked) is { } first && first != (claim.Repeats ?? claim) ? first : null;

    private static int? IndexOf(ClaimDraft? claim, Dictionary<ClaimDraft, int> indexes) =>
        claim is not null && indexes.TryGetValue(claim, out var index) ? index : null;
}
