using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Counts;
using CasualtyApi.Extraction.Grammar;
using CasualtyApi.Extraction.Periods;
using CasualtyApi.Extraction.Places;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Assembly;

/// <summary>Makes a claim of each mention: count, party, place, period, certainty.</summary>
internal sealed class ClaimBuilder(ParsedArticle parsed, DateOnly? published)
{
    private static readonly HashSet<int> None = [];

    private readonly Article article = parsed.Article;
    private readonly Dictionary<CasualtyMention, ClaimDraft> made = new(ReferenceEqualityComparer.Instance);
    private readonly PartyOfMention parties = new(parsed);
    private readonly Blame blame = new(parsed);
    private readonly List<ClaimDraft> claims = [];
    private readonly IncidentTest scopes = new(parsed.Article);
    private readonly HashSet<(CasualtyCategory Category, PartyKind Kind)> told = [];
    private readonly HashSet<(CasualtyCategory Category, PartyKind Kind)> toldMany = [];
    private readonly HashSet<(CasualtyCategory Category, string Name)> toldNames = [];
    private readonly Dictionary<CasualtyCategory, int> toldSingly = [];
    private readonly HashSet<CasualtyMention> wholes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Older figures that others replace.</summary>
    private readonly HashSet<CasualtyMention> replaced = new(ReferenceEqualityComparer.Instance);

    private HashSet<int> partsOfSentence = None;
    private IReadOnlyDictionary<string, int> countries = new Dictionary<string, int>();
    private ToldClauses? clauses;

    public List<ClaimDraft> Build(List<CasualtyMention> mentions)
    {
        if (mentions.Count == 0)
        {
            return claims;
        }

        var sentence = -1;
        countries = CountryMentions.In(article);
        List<PeriodPhrase> periods = [];
        List<PlacePhrase> places = [];
        wholes.UnionWith(mentions.Where(mention => mention.Whole is not null).Select(mention => mention.Whole!));
        wholes.UnionWith(mentions.Where(mention => mention.Replaces is not null));
        replaced.UnionWith(mentions.Where(mention => mention.Replaces is not null).Select(mention => mention.Replaces!));
        var partsBySentence = mentions.Where(mention => mention.Whole is not null)
            .Concat(mentions.Where(mention => mention.Replaces is not null).Select(mention => mention.Replaces!))
            .ToLookup(mention => mention.Sentence, mention => mention.TriggerFirst);
        var triggers = mentions.ToLookup(mention => mention.Sentence, mention => mention.TriggerFirst);
        foreach (var mention in mentions)
        {
            if (mention.Sentence != sentence)
            {
                sentence = mention.Sentence;
                periods = PeriodReader.Find(article, article.Sentences[sentence], published);
                places = PlaceReader.Find(article, article.Sentences[sentence], countries);
                clauses = places.Count > 1 ? ToldClauses.Of(article, article.Sentences[sentence], triggers[sentence]) : null;
                partsOfSentence = partsBySentence.Contains(sentence) ? [.. partsBySentence[sentence]] : None;
            }

            if (Make(mention) is { } claim)
            {
                Situate(claim, periods, places);
                CompareWindows(claim);
                NameReplaced(claim);
                made.Add(mention, claim);
                claims.Add(claim);
                parties.Told(claim);
                told.Add((claim.Category, claim.Party.Kind));
                toldNames.Add((claim.Category, claim.Name ?? ""));
                if (claim.Count is not { Low: 1, High: 1 })
                {
                    toldMany.Add((claim.Category, claim.Party.Kind));
                }
                else
                {
                    toldSingly[claim.Category] = toldSingly.GetValueOrDefault(claim.Category) + 1;
                }
            }
        }

        References.Remove(article, claims);
        return claims;
    }

    private ClaimDraft? Make(CasualtyMention mention)
    {
        var count = VictimCount.Of(article, mention);
        var (category, mixedOf) = KilledOrWoundedRule.Union(mention.Terms);
        var who = mention.Victim?.Who ?? mention.Counted!;
        var party = parties.Of(mention, who);
        var isNobody = who is { IsPronoun: true, IsPlural: false } && !mention.IsNegated && Victims.IsPersonal(article, who) && parties.Person(mention, who) is null;
        if (isNobody || IsReferenceBack(mention, who, category, party) || AreThese(mention, category))
        {
            return null;
        }

        var claim = new ClaimDraft
        {
            Mention = mention,
            Span = SpanOf(mention, count),
            Category = category,
            MixedOf = mixedOf,
            Cause = mention.Cause ?? CauseOf(mention.Terms),
            Count = count.Reading,
            Party = party,
            Name = Name(mention, who),
            IsOfAny = mention.IsOfAny || article.Tokens[(mention.Counted ?? mention.Victim!.Phrase).First].Word.Text is "any" or "anyone" or "anybody",
            IsNew = article.Tokens[(mention.Counted ?? mention.Victim!.Phrase).First].Word.Text is "a" or "an" or "another" or "other",
            IsFurther = IsFurther(mention),
            Blamed = blame.Of(mention),
            Certainty = mention.DeniesNumber ? Certainty.Denied : Estimated(mention, count) ? Certainty.Estimated : mention.Certainty,
            PartOf = mention.Whole is { } whole && made.GetValueOrDefault(whole) is { } more && Holds(more.Category, category) ? more : null,
            Updates = mention.Replaces is { } earlier ? made.GetValueOrDefault(earlier) : null,
        };
        claim.Rules.Add(count.Rule);
        claim.Rules.Add(mention.Rule);
        return claim;
    }

    /// <summary>"four more were killed", "also killed four", "another bomber killed four", "a second blast killed four", "were killed in another strike".</summary>
    private bool IsFurther(CasualtyMention mention)
    {
        var tokens = article.Tokens;
        if ((mention.Counted ?? mention.Victim!.Phrase) is { Count.Next: var behind } phrase && behind < phrase.End && tokens[behind].Word.Text == "more")
        {
            return true;
        }

        for (var token = mention.TriggerFirst; token < mention.TriggerEnd; token++)
        {
            if (tokens[token].Word.Text == "also") return true;
        }

        return BeginsAnother(mention.Agent?.First ?? -1) || BeginsAnother(EventBehind(mention));
    }

    /// <summary>"another bomber", "a second blast", "the third strike".</summary>
    private bool BeginsAnother(int first) =>
        first >= 0 && (article.Tokens[first].Word.Text == "another" || (article.Tokens[first].Is(WordClass.Article) && first + 1 < article.Tokens.Length && article.Tokens[first + 1].Is(WordClass.Ordinal) && article.Tokens[first + 1].Word.Text is not "first"));

    /// <summary>"were killed [in] another strike": the token behind the preposition that follows; −1 where none does.</summary>
    private int EventBehind(CasualtyMention mention) =>
        mention.End + 2 < article.Sentences[mention.Sentence].End && article.Tokens[mention.End].Word.Text is "in" or "by" or "when" ? mention.End + 1 : -1;

    private static string? CauseOf(IReadOnlyList<Vocabulary.CasualtyTerm> terms)
    {
        foreach (var term in terms)
        {
            if (term.Cause is not null) return term.Cause;
        }

        return null;
    }

    /// <summary>Of the wounded or the missing some may be dead; of the dead nobody is only wounded or missing.</summary>
    private static bool Holds(CasualtyCategory whole, CasualtyCategory part) => whole != CasualtyCategory.Killed || part == CasualtyCategory.Killed;

    /// <summary>The last word of a victim's name, or of that of whom "he" means.</summary>
    private string? Name(CasualtyMention mention, NounPhrase who) =>
        LastName(who) ?? (who is { IsPronoun: true, IsPlural: false } && parties.Person(mention, who) is { } person ? LastName(person) : null);

    private string? LastName(NounPhrase who) => who.HasName ? article.TextOf(article.Tokens[who.NameEnd - 1]).ToString() : null;

    /// <summary>From the count or the party, whichever stands first, to the last of party and casualty words; no article before them.</summary>
    private Span SpanOf(CasualtyMention mention, VictimCount count)
    {
        var first = mention.First;
        while (first < mention.End - 1 && first != count.First
            && article.Tokens[first].Is(WordClass.Article | WordClass.Determiner | WordClass.Possessive) && !article.Tokens[first].Is(WordClass.Negator | WordClass.Relative))
        {
            first++;
        }

        return article.SpanOf(OpensQuotation(article.Sentences[mention.Sentence], first, mention.End) ? first - 1 : first, mention.End);
    }

    /// <summary>"neutralised" 14 fighters: the mark that a mark inside closes belongs to the words, too.</summary>
    private bool OpensQuotation(Sentence sentence, int first, int end)
    {
        if (first == sentence.First || article.Tokens[first - 1].Kind != TokenKind.Quote || article.Tokens[first].SpaceBefore)
        {
            return false;
        }

        var marks = 0;
        for (var token = first; token < end; token++)
        {
            marks += article.Tokens[token].Kind == TokenKind.Quote ? 1 : 0;
        }

        return marks == 1;
    }

    /// <summary>"the soldiers" behind a claim about soldiers counts nobody anew.</summary>
    private bool IsReferenceBack(CasualtyMention mention, NounPhrase who, CasualtyCategory category, PartyReading party) =>
        mention is { Counted: null, IsNegated: false, Victim.Phrase.Count: null or { Relation: CountRelation.Unquantified } } && who.Count is null
        && ((who.IsPronoun && !who.IsPlural && !article.Tokens[who.Head].Is(WordClass.Negator)) || (IsDefinite(who) && who.IsPlural))
        && (who.IsPronoun && !who.IsPlural && Name(mention, who) is { } name
            ? toldNames.Contains((category, name))
            : (who.IsPlural ? toldMany : told).Contains((category, party.Kind)));

    /// <summary>"the murder of these two men", "the two murders", "The two were killed": those who were told one by one.</summary>
    private bool AreThese(CasualtyMention mention, CasualtyCategory category) =>
        !mention.IsNegated && (mention.Counted ?? mention.Victim?.Phrase) is { Count: { Relation: CountRelation.Exactly, Low: > 1 and var number } } phrase
        && (mention.Counted is null
            ? (article.Tokens[phrase.First].Word.Text == "these" || (article.Tokens[phrase.First].Word.Text == "the" && phrase.IsElliptic)) && toldSingly.GetValueOrDefault(category) == number
            : mention.Victim is null && article.Tokens[phrase.First].Word.Text is "these" or "the" && toldSingly.GetValueOrDefault(category) >= number);

    private bool IsDefinite(NounPhrase who) =>
        (who.Determiner & (WordClass.Article | WordClass.Determiner | WordClass.Possessive)) != 0 && who.Count is null && article.Tokens[who.First].Word.Text is not ("a" or "an" or "any");

    private bool Estimated(CasualtyMention mention, VictimCount count)
    {
        if ((mention.Counted ?? mention.Victim?.Phrase)?.Count is { } words
            && (words.IsEstimate || article.Tokens[words.First].Word.Text == "estimated" || (words.First + 1 < words.End && article.Tokens[words.First + 1].Word.Text == "estimated")))
        {
            return true;
        }

        var before = (count.First >= 0 ? count.First : mention.First) - 1;
        if (before > 0 && article.Tokens[before].Word.Text == "of")
        {
            before--;
        }

        return before >= 0 && article.Tokens[before].Word.Text is "estimate" or "estimates" or "estimated";
    }

    /// <summary>
    /// Whether words stand inside the parenthesis of a part that is not the mention's own; behind its comma, bracket or dash they are
    /// said of the whole again: "1,204 casualties (432 killed; 772 injured) in July".
    /// </summary>
    private bool IsOfPart(CasualtyMention mention, int token)
    {
        for (var at = token - 1; at >= article.Sentences[mention.Sentence].First && !article.IsMark(at, ')') && !article.IsMark(at, ',') && !IsSpacedDash(at); at--)
        {
            if (at != mention.TriggerFirst && partsOfSentence.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSpacedDash(int token) =>
        article.Tokens[token] is { Kind: TokenKind.Punctuation, SpaceBefore: true } mark && article.Text[mark.Start] is '-' or '–' or '—';

    /// <summary>"killed 13, bringing the toll since October to 3,961": the time is the toll's.</summary>
    private bool IsOfTotal(CasualtyMention mention, PeriodPhrase phrase)
    {
        if (phrase.Scope is not (ClaimScope.Total or ClaimScope.Period))
        {
            return false;
        }

        for (var at = mention.End; at + 1 < phrase.First; at++)
        {
            if (article.IsMark(at, ',') && article.Tokens[at + 1] is var verb && verb.Is(WordClass.VerbIng) && verb.Word.Verb?.Lemma is "bring" or "take" or "raise" or "push")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"reached 100 on Monday, up from 80 on Sunday": the time right behind a figure that is replaced is the figure's own.</summary>
    private static bool IsOfFigure(CasualtyMention old, PeriodPhrase phrase) =>
        (old.Counted ?? old.Victim?.Phrase) is { } figure && phrase.First >= figure.End && phrase.First - figure.End <= 1;

    /// <summary>"abducted 81 people this year, up from 61 last year": the count of another window is replaced by none.</summary>
    private static void CompareWindows(ClaimDraft claim)
    {
        if (claim.Updates is { Scope: ClaimScope.Period, Period: { } old } && claim.Period?.Text != old.Text)
        {
            claim.Updates = null;
        }
    }

    /// <summary>"rose from five to nine civilians": the figure that is replaced is of the same people.</summary>
    private static void NameReplaced(ClaimDraft claim)
    {
        if (claim.Updates is { Party.Kind: PartyKind.People, Mention: var mention } replaced && (mention.Counted ?? mention.Victim!.Phrase).IsElliptic)
        {
            replaced.Party = claim.Party;
        }
    }

    private void Situate(ClaimDraft claim, List<PeriodPhrase> periods, List<PlacePhrase> places)
    {
        var mention = claim.Mention;

        // "789,550 troops, including 1,670 over the past day": what stands with a part is the part's.
        var there = partsOfSentence.Count == 0 ? places : places.FindAll(place => !IsOfPart(mention, place.First));
        there = clauses?.Nearer(mention.TriggerFirst, there) ?? there;

        // "killed nine in Odesa and four in Kherson": from the victims on, where they stand behind the verb.
        var first = mention.Victim is { } victim && victim.First > mention.TriggerEnd ? victim.First : mention.First;
        var named = mention.Where is { } cell ? PlaceReader.InCell(article, article.Sentences[mention.Sentence], cell, countries) : null;
        if ((named ?? PlaceReader.Nearest(article, there.Count > 0 ? there : places, first, mention.End, claim.Category == CasualtyCategory.Displaced)) is { } place)
        {
            claim.Place = place.Reading;
            claim.Rules.Add(place.Rule);
        }

        // "since 14 soldiers were killed": they are what it is since.
        var own = periods.FindAll(phrase => !(phrase.Scope == ClaimScope.Total && phrase.First < mention.First && mention.First < phrase.End) && !(wholes.Contains(mention) && IsOfPart(mention, phrase.First)) && !IsOfTotal(mention, phrase) && !(mention.Replaces is { } old && IsOfFigure(old, phrase)));
        if (replaced.Contains(mention) && own.Find(phrase => IsOfFigure(mention, phrase)) is { } its)
        {
            own = [its];
        }

        if (PeriodReader.Nearest(article, article.Sentences[mention.Sentence], own, mention.First, mention.End) is { } period)
        {
            claim.Period = new PeriodReading(article.Words(period.First, period.End), period.From, period.To);
            claim.Scope = period.Scope;
            claim.Rules.Add(period.Rule);
        }
        else
        {
            claim.Scope = mention.Scope ?? claim.PartOf?.Scope ?? (scopes.IsIncident(claim) ? ClaimScope.Incident : ClaimScope.Unspecified);
        }

        if (claim.Scope == ClaimScope.Rate)
        {
            // "30 a month in 2021": a rate has the window that it was counted in.
            var window = PeriodReader.Nearest(article, article.Sentences[mention.Sentence], own.FindAll(phrase => phrase.Scope == ClaimScope.Period), mention.First, mention.End);
            claim.Period = window is null ? null : new PeriodReading(article.Words(window.First, window.End), window.From, window.To);
        }

        scopes.Told(claim);
    }
}
