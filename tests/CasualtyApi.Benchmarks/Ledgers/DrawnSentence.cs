using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Benchmarks.Ledgers;

/// <summary>One sentence of a document: who says what of whom, where, and at which characters.</summary>
internal sealed class DrawnSentence
{
    private static readonly (CasualtyCategory Category, string Verb)[] Verbs =
    [
        (CasualtyCategory.Killed, "killed"), (CasualtyCategory.Killed, "killed"), (CasualtyCategory.Injured, "wounded"),
        (CasualtyCategory.KilledOrInjured, "killed or wounded"), (CasualtyCategory.Displaced, "driven from their homes"),
        (CasualtyCategory.Captured, "captured"), (CasualtyCategory.Missing, "reported missing"), (CasualtyCategory.Abducted, "abducted"),
        (CasualtyCategory.Mixed, "killed or captured"),
    ];

    private readonly (int Start, int End) _span, _speakerSpan;
    private readonly DrawnSentence? _again;
    private readonly string _verb;
    private Source? _unnamed;
    private Claim? _first;

    private DrawnSentence(DrawnText text, DrawnWorld world, Chance chance, DrawnSentence? again)
    {
        _again = again?._again ?? again;
        (Category, _verb) = again is null ? chance.Skewed(Verbs) : (again.Category, again._verb);
        (Party, Place) = again is null ? (chance.Skewed(world.Parties), chance.OneIn(4) ? null : chance.Skewed(world.Places)) : (again.Party, again.Place);
        (Kind, Speaker) = again is not null ? (StatementKind.Reported, again.Speaker) : chance.Below(10) switch
        {
            0 => (StatementKind.Narrated, null),
            1 => (StatementKind.Reported, null),
            < 5 => (StatementKind.Quote, chance.Skewed(world.Speakers)),
            _ => (StatementKind.Reported, chance.Skewed(world.Speakers)),
        };
        IsUnnamed = Kind == StatementKind.Reported && Speaker is null;
        Joint = Speaker is not null && chance.OneIn(15) && chance.Of(world.Speakers) is var other && other != Speaker ? other.Source : null;
        var who = IsUnnamed ? "residents" : Speaker?.Words;

        var start = text.Length;
        if (Kind == StatementKind.Reported)
        {
            _speakerSpan = text.Put(char.ToUpperInvariant(who![0]) + who[1..]);
            text.Put(" said ");
        }
        else if (Kind == StatementKind.Quote)
        {
            text.Put("“");
            start = text.Length;
        }

        Claims.Add(DrawnClaim.Put(text, again?.Claims[0].Count ?? DrawnCount.Draw(chance), Party.Words, $" were {_verb}", Party.Party));
        if (Place is not null)
        {
            text.Put(" near ");
            text.Put(Place.Name);
        }

        if (Claims[0].Count is { Low: > 4 and var most } && chance.OneIn(5))
        {
            text.Put(", among them ");
            Claims.Add(DrawnClaim.Put(text, DrawnCount.Exactly(1 + chance.Below((int)most)), Party.Words, "", Party.Party));
        }

        _span = (start, text.Length);
        if (Kind == StatementKind.Quote)
        {
            text.Put(",” ");
            _speakerSpan = text.Put(who!);
            text.Put(" said");
        }

        text.Put(". ");
    }

    public CasualtyCategory Category { get; }

    public DrawnParty Party { get; }

    public Place? Place { get; }

    public StatementKind Kind { get; }

    public Speaker? Speaker { get; }

    /// <summary>Who says it together with the speaker.</summary>
    public Source? Joint { get; }

    public bool IsUnnamed { get; }

    public List<DrawnClaim> Claims { get; } = [];

    /// <summary>Null for the document's own voice, and for somebody unnamed.</summary>
    public long? OriginatorId => Speaker?.OriginatorId;

    private Source? Voice => _unnamed ?? Speaker?.Source;

    private List<Source> Voices => [.. new[] { Voice, Joint }.OfType<Source>()];

    /// <param name="again">What is said once more; null for something new.</param>
    public static DrawnSentence Write(DrawnText text, DrawnWorld world, Chance chance, string aside, DrawnSentence? again)
    {
        var sentence = new DrawnSentence(text, world, chance, again);
        text.Put(aside + " ");
        return sentence;
    }

    /// <summary>Somebody unnamed belongs to one document.</summary>
    public void Introduce(ILedgerPen pen, Document document)
    {
        if (IsUnnamed) _unnamed = pen.Add(new Source { Name = "residents", Kind = SourceKind.Unnamed, DocumentId = document.Id });
    }

    public Statement Statement(Document document, DrawnText text, Source? publisher) => new()
    {
        DocumentId = document.Id,
        Kind = Kind,
        Start = _span.Start,
        End = _span.End,
        Text = text.At(_span.Start, _span.End),
        SpeakerText = Voice is null ? null : text.At(_speakerSpan.Start, _speakerSpan.End),
        SpeakerStart = Voice is null ? null : _speakerSpan.Start,
        SpeakerEnd = Voice is null ? null : _speakerSpan.End,
        Cue = Voice is null ? null : "said",
        Speakers = [.. Voices.Select((voice, ordinal) => new StatementSpeaker { Ordinal = ordinal, SourceId = voice.Id })],
        Relay = publisher is not null && document.Id % 12 == 0 ? [new StatementRelay { Ordinal = 0, SourceId = publisher.Id }] : [],
    };

    public Claim Claim(DrawnClaim words, Statement statement, Document document, DrawnText text, Chance chance)
    {
        var scope = (ClaimScope)(chance.Below(10) switch { < 5 => 0, < 7 => 1, 7 => 2, 8 => 4, _ => chance.OneIn(4) ? 3 : 4 });
        DateOnly? day = document.PublishedAt is { } published && chance.Below(3) > 0 ? published.AddDays(-chance.Below(3)) : null;
        if (_again?._first is { } before) (scope, day) = (before.Scope, before.PeriodEnd);
        var claim = new Claim
        {
            StatementId = statement.Id,
            DocumentId = document.Id,
            Start = words.Start,
            End = words.End,
            Text = text.At(words.Start, words.End),
            Category = Category,
            MixedOf = Category == CasualtyCategory.Mixed ? [CasualtyCategory.Killed, CasualtyCategory.Captured] : [],
            Cause = chance.OneIn(400) ? "suicide" : null,
            CountText = words.Count.Text,
            Relation = words.Count.Relation,
            Low = words.Count.Low,
            High = words.Count.High,
            PartyId = words.Party.Id,
            PartyText = Party.Words,
            PlaceId = Place?.Id,
            PlaceText = Place?.Name,
            PeriodText = day is null ? null : "that day",
            PeriodStart = scope == ClaimScope.Period && day is { } end ? end.AddDays(-6) : day,
            PeriodEnd = day,
            Scope = scope,
            Certainty = (Certainty)(chance.OneIn(6) ? chance.Below(5) : 0),
            Rules = ["counts." + Kebab.Of(words.Count.Relation), "casualties." + Kebab.Of(Category)],
            Extractor = "1.0",
            Claimants = [.. Voices.Select((voice, ordinal) => new ClaimClaimant { Ordinal = ordinal, SourceId = voice.Id })],
        };
        _first ??= claim;
        return claim;
    }
}

/// <summary>The words of one claim, with where they stand.</summary>
internal sealed record DrawnClaim(int Start, int End, DrawnCount Count, Party Party)
{
    public static DrawnClaim Put(DrawnText text, DrawnCount count, string people, string verb, Party party)
    {
        var (start, end) = text.Put($"{count.Text} {people}{verb}");
        return new(start, end, count, party);
    }
}
