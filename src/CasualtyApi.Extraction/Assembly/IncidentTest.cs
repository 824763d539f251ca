using CasualtyApi.Extraction.Casualties;
using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Assembly;

/// <summary>Whether a claim without words of time is of one event.</summary>
internal sealed class IncidentTest(Article article)
{
    /// <summary>More than so many people come to harm in one event only where the words say so.</summary>
    private const long MostOfOne = 5000;

    private ClaimDraft? before;

    /// <summary>Remembers a claim: what the text tells next in the same breath happened there, too.</summary>
    public void Told(ClaimDraft claim) => before = claim;

    public bool IsIncident(ClaimDraft claim)
    {
        if (claim.Count.Relation is CountRelation.Unquantified || claim.Certainty == Certainty.Denied)
        {
            return false;
        }

        var sentence = article.Sentences[claim.Mention.Sentence];
        if (IncidentWords.Has(article, sentence))
        {
            return true;
        }

        if (!IsTold(claim.Mention))
        {
            return false;
        }

        // One person dies once; people told to have died at one spot died in one event.
        return claim.Count is { Low: 1, High: 1 }
            || (IsSpot(claim) && claim.Count.Relation != CountRelation.Vague)
            || IncidentWords.HasAny(article, sentence, withPlurals: HasVerb(claim))
            || (HasVerb(claim) && IncidentWords.HasVerb(article, sentence))
            || GoesOn(claim)
            || (HasVerb(claim) && IncidentWords.HasVerb(article, sentence))
            || (claim.Mention.Sentence > 0 && Follows(article.Sentences[claim.Mention.Sentence - 1]));
    }

    private bool Follows(Sentence before) => IncidentWords.Has(article, before) || IncidentWords.HasVerb(article, before);

    /// <summary>"Six others were wounded." behind an incident: the next sentence or the one after, with no place of its own.</summary>
    private bool GoesOn(ClaimDraft claim) =>
        before is { Scope: ClaimScope.Incident } && !(claim.Count.Low > MostOfOne) && claim.Mention.Sentence - before.Mention.Sentence <= 2
        && (claim.Place is null || before.Place is null || claim.Place.Name == before.Place.Name);

    /// <summary>A town is a spot; a region is one where a verb of its own tells what happened there.</summary>
    private static bool IsSpot(ClaimDraft claim) => claim.Place?.Precision switch
    {
        PlacePrecision.City or PlacePrecision.Exact => true,
        PlacePrecision.Region => HasVerb(claim),
        _ => false,
    };

    /// <summary>A verb that tells it, not a participle behind a noun ("estimates of 1,000 soldiers killed").</summary>
    private static bool HasVerb(ClaimDraft claim) => claim.Mention.Rule is "casualties.active" or "casualties.passive" or "casualties.died";

    /// <summary>In the simple past, as headlines have it ("injures nine"), or without a finite verb: what "has" been or "is" being done may run on.</summary>
    private bool IsTold(CasualtyMention mention)
    {
        for (var at = mention.TriggerFirst; at < mention.TriggerEnd; at++)
        {
            ref readonly var token = ref article.Tokens[at];
            var isPast = token.Word.Text == "have" && at > 0 && article.Tokens[at - 1].Word.Text == "to";
            if ((token.Word.Text is "have" or "has" && !isPast) || (token.Is(mention.Rule == "casualties.active" ? WordClass.VerbBase : WordClass.VerbS | WordClass.VerbBase) && !token.Is(WordClass.VerbPast | WordClass.VerbParticiple | WordClass.Noun)))
            {
                return false;
            }
        }

        return true;
    }
}
