using CasualtyApi.Extraction.Grammar;

namespace CasualtyApi.Extraction.Attribution;

/// <summary>What stands between a subject and its verb: an apposition, a relative clause, an age, words in brackets.</summary>
internal static class Insertion
{
    /// <summary>How many units it may have.</summary>
    private const int Farthest = 40;

    /// <summary>"Smith, a spokesman for the ministry, said", "Smith (45) said", "Smith — who was there — said".</summary>
    public static SpeakerPhrase? SubjectBefore(Passage passage, int close)
    {
        var opener = passage[close].Kind == ChunkKind.Close ? ChunkKind.Open : passage[close].Kind;
        for (var at = close - 1; at > 0 && at > close - Farthest; at--)
        {
            if (passage.IsQuotation(at) || passage.IsStop(at))
            {
                return null;
            }

            // "Smith, campaigning in Scranton, Pennsylvania, said": what hangs on a preposition is no subject, and the insertion began before it.
            if (passage.Is(at, opener) && OverBrackets(passage, at - 1) is var last && passage.Noun(last) is not null && BeginsInsertion(passage, at + 1)
                && SpeakerPhrases.EndingAt(passage, last) is { } nearest)
            {
                // "its governor, Arkady Gusev, said": the insertion is the name.
                return at + 2 == close && passage.Noun(at + 1) is { HasName: true } ? nearest : Named(passage, nearest);
            }
        }

        return null;
    }

    /// <summary>"Smith (34), a farmer,": the unit before the brackets.</summary>
    public static int OverBrackets(Passage passage, int unit)
    {
        if (!passage.Is(unit, ChunkKind.Close))
        {
            return unit;
        }

        var at = unit;
        while (at > unit - 8 && at > 0 && !passage.Is(at, ChunkKind.Open))
        {
            at--;
        }

        return passage.Is(at, ChunkKind.Open) ? at - 1 : unit;
    }

    /// <summary>Of "Smith, 45, a farmer from Leeds, who was there, said" the name, and neither the age nor the farmer.</summary>
    private static SpeakerPhrase Named(Passage passage, SpeakerPhrase nearest)
    {
        SpeakerPhrase? phrase = nearest;
        for (var steps = 0; steps < 4 && phrase is { Main.Noun.HasName: false } && passage.Is(phrase.FirstUnit - 1, ChunkKind.Comma); steps++)
        {
            phrase = SpeakerPhrases.EndingAt(passage, phrase.FirstUnit - 2);
        }

        return phrase is { Main.Noun.HasName: true } ? phrase : nearest;
    }

    private static bool BeginsInsertion(Passage passage, int unit) =>
        passage[unit].Kind is ChunkKind.NounPhrase or ChunkKind.Relative or ChunkKind.Preposition or ChunkKind.Subordinator or ChunkKind.Adverb
            or ChunkKind.Other or ChunkKind.Adjective
        || passage.Verb(unit) is { Voice: Voice.Ing or Voice.BareParticiple or Voice.Passive };
}
