namespace CasualtyApi.Extraction.Text;

/// <summary>What a word can be. A word that can be several things carries several flags; the grammar decides.</summary>
[Flags]
internal enum WordClass : ulong
{
    None = 0,

    // Closed classes.
    Article = 1UL << 0,
    Determiner = 1UL << 1,
    Possessive = 1UL << 2,
    Preposition = 1UL << 3,
    Coordinator = 1UL << 4,
    Subordinator = 1UL << 5,
    Relative = 1UL << 6,
    Pronoun = 1UL << 7,
    Be = 1UL << 8,
    Have = 1UL << 9,
    Do = 1UL << 10,
    Modal = 1UL << 11,
    Negator = 1UL << 12,
    Adverb = 1UL << 13,

    // Verbs by form.
    VerbBase = 1UL << 14,
    VerbS = 1UL << 15,
    VerbPast = 1UL << 16,
    VerbParticiple = 1UL << 17,
    VerbIng = 1UL << 18,

    // Open classes.
    Noun = 1UL << 19,
    PersonNoun = 1UL << 20,
    Adjective = 1UL << 21,

    // Numbers.
    Cardinal = 1UL << 22,
    Ordinal = 1UL << 23,
    Scale = 1UL << 24,
    VagueNumber = 1UL << 25,

    // Time.
    Month = 1UL << 26,
    Weekday = 1UL << 27,
    TimeUnit = 1UL << 28,

    // Names.
    Country = 1UL << 29,
    Demonym = 1UL << 30,
    Place = 1UL << 31,
    Organization = 1UL << 32,
    GivenName = 1UL << 33,
    Title = 1UL << 34,
    Seat = 1UL << 35,
    PeopleName = 1UL << 36,

    // What the engine looks for.
    ReportingVerb = 1UL << 37,
    ReportingNoun = 1UL << 38,
    Casualty = 1UL << 39,
    Hedge = 1UL << 40,
    NotPeople = 1UL << 41,
    Role = 1UL << 42,
    ReportingAdjective = 1UL << 43,

    /// <summary>A word for a part: "quarter", "thirds".</summary>
    Fraction = 1UL << 44,

    /// <summary>A word that tells of a casualty beside certain others: "took" (hostage), "homes" (driven from), "the tally" (rose).</summary>
    HarmBeside = 1UL << 45,

    /// <summary>"According" to.</summary>
    ReportingPreposition = 1UL << 46,

    Verb = VerbBase | VerbS | VerbPast | VerbParticiple | VerbIng,
    Auxiliary = Be | Have | Do | Modal,
    Number = Cardinal | Scale,
    Name = Country | Demonym | Place | Organization | GivenName | Seat | PeopleName,
    Function = Article | Determiner | Possessive | Preposition | Coordinator | Subordinator | Relative | Pronoun | Auxiliary | Negator,
}
