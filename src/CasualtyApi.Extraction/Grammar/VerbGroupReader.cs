using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>Reads "have reportedly been killed" as one verb with its voice, its modal and its hedges.</summary>
internal static class VerbGroupReader
{
    public static VerbGroup? TryRead(Article article, int first, int end)
    {
        var tokens = article.Tokens;
        if (tokens[first].Word.Text == "am" && first > 0 && tokens[first - 1].Kind == TokenKind.Number)
        {
            // "at 3 am"
            return null;
        }

        if (Particle.Is(tokens[first].Word.Text) && tokens[first - 1].Is(WordClass.Verb))
        {
            // "are drawing up plans": the verb's before.
            return null;
        }

        int modal = -1, hedge = -1, lastBe = -1, lastHave = -1, at = first;
        bool negated = false, infinitive = false, seenAuxiliary = false;
        for (; at < end; at++)
        {
            ref readonly var token = ref tokens[at];
            if (token.Kind != TokenKind.Word)
            {
                break;
            }

            if (token.Is(WordClass.Auxiliary))
            {
                seenAuxiliary = true;
                modal = token.Is(WordClass.Modal) ? at : modal;
                lastBe = token.Is(WordClass.Be) ? at : lastBe;
                lastHave = token.Is(WordClass.Have) ? at : lastHave;
                negated |= token.Is(WordClass.Negator);
            }
            else if (token.Is(WordClass.Negator) && !token.Is(WordClass.Determiner | WordClass.Preposition | WordClass.Coordinator) && (seenAuxiliary || at == first))
            {
                negated = true;
            }
            else if (lastHave == at - 1 && token.Word.Text == "since" && at + 1 < end && tokens[at + 1].Is(WordClass.VerbParticiple | WordClass.Be))
            {
                // "have since fled": an adverb inside the verb.
                continue;
            }
            else if (at == first && token.Word.Text == "to" && at + 1 < end && BeginsInfinitive(tokens[at + 1]) && !(at > 0 && tokens[at - 1].Word.Text == "according"))
            {
                infinitive = true;
            }
            else if ((at == first || seenAuxiliary) && token.Is(WordClass.Adverb) && at + 3 < end && tokens[at + 1].Is(WordClass.Coordinator) && tokens[at + 2].Is(WordClass.Adverb) && tokens[at + 3].Is(WordClass.VerbParticiple))
            {
                // "22 others lightly or moderately hurt", "were ruthlessly and irrationally murdered"
                at += 2;
            }
            else if (token.Is(WordClass.Hedge | WordClass.Adverb) && !token.Is(WordClass.Preposition) && (seenAuxiliary || infinitive || at == first || negated))
            {
                hedge = token.Is(WordClass.Hedge) ? at : hedge;
            }
            else
            {
                break;
            }
        }

        var hasMain = at < end && IsMain(article, at, seenAuxiliary, infinitive) && !(lastBe > Math.Max(lastHave, modal) && !tokens[at].Is(WordClass.VerbParticiple | WordClass.VerbIng));
        if (!hasMain && !seenAuxiliary)
        {
            return null;
        }

        var main = hasMain ? at : LastAuxiliary(tokens, first, at);
        ref readonly var verb = ref tokens[main];
        return new VerbGroup(first, hasMain ? at + 1 : main + 1)
        {
            Main = main,
            Verb = verb.Word.Verb,
            Casualty = hasMain ? verb.Word.Casualty : null,
            Reporting = hasMain && verb.Is(WordClass.ReportingVerb) ? verb.Word.Reporting : null,
            Voice = !hasMain ? Voice.Active : VoiceOf(verb, infinitive, lastBe, lastHave, modal, seenAuxiliary),
            IsNegated = negated,
            Modal = modal,
            Hedge = hedge,
            IsAuxiliaryOnly = !hasMain,
            IsPerfect = lastHave >= 0,
        };
    }

    private static bool BeginsInfinitive(in Token token) =>
        token.Is(WordClass.VerbBase | WordClass.Be | WordClass.Have) || (token.Is(WordClass.Adverb) && !token.Is(WordClass.Preposition));

    /// <summary>Whether a token can be the main verb here; the noun phrase reader has already refused it.</summary>
    private static bool IsMain(Article article, int at, bool afterAuxiliary, bool infinitive)
    {
        ref readonly var token = ref article.Tokens[at];
        if (infinitive && !afterAuxiliary)
        {
            return token.Is(WordClass.VerbBase);
        }

        if (!token.Is(WordClass.Verb))
        {
            return false;
        }

        return !afterAuxiliary || !token.Is(WordClass.Adjective) || token.Word.Verb is not null;
    }

    private static int LastAuxiliary(Tokens tokens, int first, int end)
    {
        var at = end - 1;
        while (at > first && !tokens[at].Is(WordClass.Auxiliary | WordClass.Negator))
        {
            at--;
        }

        return at;
    }

    private static Voice VoiceOf(in Token verb, bool infinitive, int lastBe, int lastHave, int modal, bool seenAuxiliary)
    {
        if (infinitive)
        {
            return lastBe >= 0 && verb.Is(WordClass.VerbParticiple) ? Voice.Passive : Voice.Infinitive;
        }

        if (verb.Is(WordClass.VerbIng) && !verb.Is(WordClass.VerbPast | WordClass.VerbParticiple))
        {
            return seenAuxiliary ? Voice.Active : Voice.Ing;
        }

        if (lastBe >= 0 && verb.Is(WordClass.VerbParticiple))
        {
            return Voice.Passive;
        }

        if (lastHave >= 0 || modal >= 0 || seenAuxiliary)
        {
            return Voice.Active;
        }

        return verb.Is(WordClass.VerbParticiple) ? Voice.BareParticiple : Voice.Active;
    }
}
