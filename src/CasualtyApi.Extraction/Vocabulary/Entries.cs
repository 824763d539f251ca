namespace CasualtyApi.Extraction.Vocabulary;

/// <summary>A verb by its lemma; every inflected word points at one.</summary>
internal sealed record Verb(string Lemma, bool AlsoNoun, bool AlsoAdjective);

/// <summary>A noun for people: what kind they are, and how the noun behaves.</summary>
/// <param name="Singular">The noun ("police officer").</param>
/// <param name="Plural">Its plural.</param>
/// <param name="Kind">The kind of people.</param>
/// <param name="Flags">collective, members, pair, plural-only, status, role, private, kin, rank, title.</param>
internal sealed record PersonNoun(string Singular, string Plural, PartyKind Kind, IReadOnlySet<string> Flags)
{
    /// <summary>Names a group in the singular ("family", "battalion").</summary>
    public bool IsCollective { get; } = Flags.Contains("collective");

    /// <summary>Its plural is of those who belong to it: "four presidential guards".</summary>
    public bool IsOfMembers { get; } = Flags.Contains("members");

    /// <summary>There are two of it where no number says otherwise: "couple", "twins".</summary>
    public bool IsPair { get; } = Flags.Contains("pair");

    public bool IsRole { get; } = Flags.Contains("role");

    public bool IsPrivate { get; } = Flags.Contains("private");

    /// <summary>Whoever is called so speaks for nobody in public: a witness, and a soldier without rank or office. The name is not kept.</summary>
    public bool IsKeptUnnamed { get; } = Flags.Contains("private")
        || (Kind is PartyKind.Military or PartyKind.ArmedGroup or PartyKind.Prisoners && !Flags.Contains("role") && !Flags.Contains("rank") && !Flags.Contains("title"));
}

/// <summary>How a casualty word takes its victims.</summary>
internal enum CasualtyFrame
{
    /// <summary>A verb whose object is the victim ("killed 12").</summary>
    Object,

    /// <summary>A verb whose subject is the victim ("12 died").</summary>
    Subject,

    /// <summary>An adjective that stands behind its noun or before it ("12 dead", "dead soldiers").</summary>
    Predicate,

    /// <summary>An adjective that only stands before its noun ("fallen soldiers").</summary>
    Attribute,

    /// <summary>A noun that is itself counted ("12 casualties").</summary>
    Count,

    /// <summary>A noun whose value is a count ("the death toll rose to 41").</summary>
    Toll,

    /// <summary>"bodies of 12 soldiers".</summary>
    Body,

    /// <summary>A noun for the deed, victims behind "of" ("the murder of six priests").</summary>
    Event,

    /// <summary>"claimed the lives of 12".</summary>
    Life,

    /// <summary>Who did the deed, victims behind "of" ("the killers of the six priests").</summary>
    Agent,
}

/// <summary>A casualty word: what happened, and how the words around it give the victims.</summary>
/// <param name="Term">The lemma.</param>
/// <param name="Frame">How it takes its victims.</param>
/// <param name="Category">What happened to them.</param>
/// <param name="MixedOf">The members, where <paramref name="Category"/> is mixed.</param>
/// <param name="Cause">How they came to harm, where the word itself says so.</param>
internal sealed record CasualtyTerm(
    string Term, CasualtyFrame Frame, CasualtyCategory Category, IReadOnlyList<CasualtyCategory> MixedOf, string? Cause)
{
    /// <summary>Happens to nobody but people and animals; a town is captured, a deadline killed by nobody.</summary>
    public bool IsOfPeopleOnly { get; init; }

    /// <summary>Happens to bridges and poles as often ("blow up"): only a noun for people says that it did to these.</summary>
    public bool IsOfThingsToo { get; init; }

    /// <summary>Says how, not how badly: "shot and killed" is killed, "shot" alone is killed or injured.</summary>
    public bool IsManner { get; init; }

    /// <summary>Says how badly: of whom it is not said, nothing is told.</summary>
    public bool IsDegree { get; init; }
}

/// <summary>A word that reports: a verb ("said"), a noun ("reports") or an adjective ("confident").</summary>
/// <param name="Term">The lemma.</param>
/// <param name="Class">say, tell, claim, deny, estimate, accuse, ask, confirm, indicate, think, other.</param>
/// <param name="Frames">What a verb or an adjective may take: that, quote, np, inf, inverted, and prepositions by their own name.</param>
/// <param name="Flags">weak: a report only beside a that-clause or a quotation; document: documents say it.</param>
internal sealed record ReportingTerm(string Term, string Class, IReadOnlySet<string> Frames, IReadOnlySet<string> Flags)
{
    public bool IsWeak { get; } = Flags.Contains("weak");

    public bool TakesClause { get; } = Frames.Contains("that");

    public bool TakesThing { get; } = Frames.Contains("np");

    public bool TakesInfinitive { get; } = Frames.Contains("inf");
}

/// <summary>A country or territory.</summary>
internal sealed record Country(string Code, string Name)
{
    /// <summary>The canonical name of its government as a source.</summary>
    public string GovernmentName => Name + " government";
}

/// <summary>A body that speaks, fights or publishes.</summary>
internal sealed record Organization(
    string Name, SourceKind Kind, string? CountryCode, string? Affiliation, IReadOnlyList<string> Aliases);

/// <summary>A word before a person's name.</summary>
internal sealed record Title(string Text, string Kind, char Gender);

/// <summary>A city or an administrative region.</summary>
internal sealed record Place(
    string Name, string CountryCode, double? Latitude, double? Longitude, PlacePrecision Precision, int Population);
