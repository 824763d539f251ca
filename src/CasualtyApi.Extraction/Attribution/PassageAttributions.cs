namespace CasualtyApi.Extraction.Attribution;

/// <summary>Reads every attribution of one passage: each cue by the first rule that stands there.</summary>
internal static class PassageAttributions
{
    public static List<FoundAttribution> Read(Passage passage)
    {
        var found = new List<FoundAttribution>();
        var cues = CueFinder.Find(passage);
        if (cues.Count == 0)
        {
            return found;
        }

        var citations = new List<FoundAttribution>();
        var taken = new bool[passage.Count];
        foreach (var cue in cues)
        {
            if (AttributionRules.Relay.Read(cue) is { } citation)
            {
                citations.Add(citation);
            }
            else if (At(cue) is { } attribution && Claim(attribution, taken) is { } kept)
            {
                found.Add(kept);
            }
        }

        DropNobodys(passage, found);
        LayOverQuoted(passage, found);
        LayCitations(found, citations);
        return found;
    }

    private static void DropNobodys(Passage passage, List<FoundAttribution> found) =>
        found.RemoveAll(first => IsOfNobody(passage, first) && found.Exists(other => other.ContentBefore && other.CueUnit > first.CueUnit && other.Speaker is not null));

    /// <summary>"“…,” Hale said, according to a transcript": that he said it, which is no other statement; the transcript hands it on.</summary>
    private static void LayOverQuoted(Passage passage, List<FoundAttribution> found)
    {
        for (var index = found.Count - 1; index > 0; index--)
        {
            if (found[index] is { Rule: AccordingToRule, ContentBefore: true } source && found[index - 1] is { Quotations.Count: > 0, Reported: null } quoted && passage.FiniteBefore(source.CueUnit) <= quoted.CueUnit && !HasQuotationBetween(passage, quoted.CueUnit, source.CueUnit))
            {
                found[index - 1] = quoted with { Relay = source.Speaker is { } handing ? [.. quoted.Relay, handing] : quoted.Relay };
                found.RemoveAt(index);
            }
        }
    }

    private static bool HasQuotationBetween(Passage passage, int first, int end)
    {
        for (var unit = first; unit < end; unit++)
        {
            if (passage.IsQuotation(unit)) return true;
        }

        return false;
    }

    /// <summary>"According to preliminary information, …, said the governor": the information is his who gives it.</summary>
    private static bool IsOfNobody(Passage passage, FoundAttribution attribution) =>
        attribution is { Rule: AccordingToRule, Speaker.Parts: [var only] } && SpeakerTest.IsReport(passage.Article, only.Noun);

    private static FoundAttribution? At(Cue cue)
    {
        foreach (var rule in AttributionRules.AtCues(cue.Kind))
        {
            if (rule.Read(cue) is { } attribution)
            {
                return attribution;
            }
        }

        return null;
    }

    /// <summary>A quotation has one speaker: the first cue that takes it. A cue left with nothing is no attribution.</summary>
    private static FoundAttribution? Claim(FoundAttribution attribution, bool[] taken)
    {
        if (attribution.Quotations.Count == 0)
        {
            return attribution;
        }

        var free = attribution.Quotations.Where(unit => !taken[unit]).ToArray();
        foreach (var unit in free)
        {
            taken[unit] = true;
        }

        return free.Length == 0 && attribution.Reported is null ? null : attribution with { Quotations = free };
    }

    private static void LayCitations(List<FoundAttribution> found, List<FoundAttribution> citations)
    {
        var index = 0;
        foreach (var citation in citations)
        {
            // Both lists are in the order of the text: the attribution is the last one before, or the first of all.
            while (index + 1 < found.Count && found[index + 1].CueUnit < citation.CueUnit)
            {
                index++;
            }

            if (index < found.Count && found[index].Reported is not null)
            {
                found[index] = AttributionRules.Relay.Over(found[index], citation);
            }
        }
    }
}
