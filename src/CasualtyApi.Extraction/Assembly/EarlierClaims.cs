namespace CasualtyApi.Extraction.Assembly;

/// <summary>
/// The claims of one count and party that an article has made so far, and the first of them that a later one says again. A place,
/// period, scope or originator that one of the two does not name is compatible with any.
/// </summary>
internal sealed class EarlierClaims
{
    /// <summary>So many are gone through one by one; more are looked up, so that no article's work grows with their square.</summary>
    private const int Few = 16;

    private readonly List<(ClaimDraft Claim, Situation Situation)> claims = [];
    private Dictionary<Situation, int>? first;

    public void Add(ClaimDraft claim)
    {
        claims.Add((claim, Situation.Of(claim)));
        if (claims.Count == Few)
        {
            first = [];
            for (var index = 0; index < Few; index++)
            {
                Index(index);
            }
        }
        else if (first is not null)
        {
            Index(claims.Count - 1);
        }
    }

    public ClaimDraft? FirstSaying(ClaimDraft claim)
    {
        var situation = Situation.Of(claim);
        for (var index = FirstCompatible(situation); index < claims.Count; index++)
        {
            if (claims[index].Situation.IsCompatible(situation) && !AreJoined(claims[index].Claim, claim))
            {
                return claims[index].Claim;
            }
        }

        return null;
    }

    /// <summary>"a lieutenant and one private were killed": what one coordination joins are two; and so are "my brother" and "my uncle" of one sentence.</summary>
    private static bool AreJoined(ClaimDraft earlier, ClaimDraft later) =>
        earlier.Mention.Sentence == later.Mention.Sentence
        && (earlier.Mention.TriggerFirst == later.Mention.TriggerFirst || (later.Count is { Low: 1, High: 1 } && later.Party.Text is { } who && earlier.Party.Text is { } other && who != other));

    /// <summary>Where to begin looking: at the first compatible claim where they are indexed. Only those joined with it are ever passed over.</summary>
    private int FirstCompatible(in Situation situation)
    {
        if (first is null)
        {
            return 0;
        }

        var least = claims.Count;
        for (var choice = 0; choice < Situation.Choices; choice++)
        {
            least = first.TryGetValue(situation.Sought(choice), out var index) ? Math.Min(least, index) : least;
        }

        return least;
    }

    private void Index(int index)
    {
        for (var choice = 0; choice < Situation.Choices; choice++)
        {
            first!.TryAdd(claims[index].Situation.Kept(choice), index);
        }
    }
}
