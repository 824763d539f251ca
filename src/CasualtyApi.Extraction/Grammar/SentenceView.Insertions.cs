using CasualtyApi.Extraction.Text;

namespace CasualtyApi.Extraction.Grammar;

/// <summary>What stands between a phrase and what goes on behind it: ages, brackets, dashes, appositions.</summary>
internal sealed partial class SentenceView
{
    /// <summary>The first chunk at or behind a place that is no age, bracket or pair of dashes.</summary>
    public int AfterInsertion(int at)
    {
        for (var hops = 0; hops < 3; hops++)
        {
            var next = KindAt(at) switch
            {
                ChunkKind.Comma when IsAge(at + 1) => at + 2,
                ChunkKind.Open => CloseOf(at) + 1,
                ChunkKind.Dash => AfterDash(at),
                _ => at,
            };
            if (next <= at)
            {
                return at;
            }

            at = next;
        }

        return at;
    }

    private int BeforeInsertion(int at)
    {
        at = KindAt(at) switch
        {
            ChunkKind.Dash => BeforeDash(at),
            ChunkKind.Close => OpenOf(at) - 1,
            _ => at,
        };
        return IsAge(at) ? at - 2 : at;
    }

    /// <summary>"Ana Ruiz, 31, and": a number between commas behind a person is an age.</summary>
    public bool IsAge(int at) =>
        NounAt(at) is { Count: { Relation: CountRelation.Exactly or CountRelation.About, Low: <= 120 } } age && KindAt(at - 1) == ChunkKind.Comma
        && (age.IsElliptic ? KindAt(at + 1) is ChunkKind.Comma or ChunkKind.Stop or ChunkKind.Coordinator or ChunkKind.Other or ChunkKind.Quote or ChunkKind.Dash or ChunkKind.Close : Article.Tokens[age.Count.Next].Is(WordClass.TimeUnit))
        && NounAt(at - 2) is { Count: null, IsPlural: false };

    /// <summary>"Ana Ruiz, a teacher, and": whether a comma at a place begins what a named person is.</summary>
    private bool IsApposition(int at, int comma) =>
        NounAt(at) is { HasName: true, Count: null, IsPlural: false } && KindAt(comma) == ChunkKind.Comma
        && IsDescription(comma + 1) && NounAt(comma + 1) is { } what
        && ((what.Determiner != 0 && (what.Determiner & WordClass.Possessive) == 0) || IsPreposition(comma + 2, "of"));

    /// <summary>Behind an apposition with what hangs on it, at the coordinator or the end; "a priest, teacher, and a fighter" is one.</summary>
    private int AfterApposition(int comma)
    {
        var at = OverOf(comma + 2);
        var isList = false;
        while (KindAt(at) == ChunkKind.Comma && IsDescription(at + 1) && NounAt(at + 1)!.Determiner == 0)
        {
            at = OverOf(at + 2);
            isList = true;
        }

        var joint = KindAt(at) == ChunkKind.Comma && KindAt(at + 1) == ChunkKind.Coordinator ? at + 1 : at;
        return isList && KindAt(joint) == ChunkKind.Coordinator && IsDescription(joint + 1) ? OverOf(joint + 2) : joint;
    }

    private bool IsDescription(int at) => NounAt(at) is { HasName: false, Count: null, IsPlural: false, IsElliptic: false, Person.IsCollective: false };

    private int OverOf(int at)
    {
        while (KindAt(at) == ChunkKind.Preposition && KindAt(at + 1) == ChunkKind.NounPhrase)
        {
            at += 2;
        }

        return at;
    }

    /// <summary>"six priests -- five Spaniards and one Salvadoran -- and two women": the chunk before the dash that opened what this one closes.</summary>
    private int BeforeDash(int close)
    {
        var at = close;
        while (KindAt(at) == ChunkKind.Dash)
        {
            at--;
        }

        while (at > 0 && KindAt(at) != ChunkKind.Dash)
        {
            at--;
        }

        while (KindAt(at) == ChunkKind.Dash)
        {
            at--;
        }

        return at;
    }

    /// <summary>Behind the dash that closes what this one opens; the same place where none does.</summary>
    private int AfterDash(int open)
    {
        var at = open;
        while (KindAt(at) == ChunkKind.Dash)
        {
            at++;
        }

        for (; at < Chunks.Count && at < open + ClauseReach && KindAt(at) != ChunkKind.Stop; at++)
        {
            if (KindAt(at) == ChunkKind.Dash)
            {
                while (KindAt(at) == ChunkKind.Dash)
                {
                    at++;
                }

                return at;
            }
        }

        return open;
    }

    private int OpenOf(int close)
    {
        var at = close;
        while (at > 0 && Chunks[at].Kind != ChunkKind.Open)
        {
            at--;
        }

        return at;
    }

    /// <summary>The bracket that closes this one, or one chunk before it where none does.</summary>
    private int CloseOf(int open)
    {
        for (var at = open + 1; at < Chunks.Count && at < open + ClauseReach; at++)
        {
            if (Chunks[at].Kind == ChunkKind.Close)
            {
                return at;
            }
        }

        return open - 1;
    }
}
