using CasualtyApi.Queries.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Held;

/// <summary>
/// The columns of a stretch of claims: filters compare one column after the other, many claims at once. A stretch that others
/// can see never changes; the next position has a copy.
/// </summary>
internal sealed class HeldStretch
{
    /// <summary>How many claims are copied when one of them changes.</summary>
    public const int Size = 1 << 10;

    /// <summary>The status of a row that holds no claim: no filter selects it.</summary>
    public const byte Absent = 31;

    private const long MillisecondsADay = 24L * 60 * 60 * 1_000;

    private static readonly int FirstDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public HeldStretch(int size = Size)
    {
        var rounded = (size + Hits.Together - 1) / Hits.Together * Hits.Together;
        (Id, Party, Blamed, Place, Claimant, Publisher) = (new int[rounded], new int[rounded], new int[rounded], new int[rounded], new int[rounded], new int[rounded]);
        (Document, Statement, Cause, Published, Began, Occurred) = (new int[rounded], new int[rounded], new int[rounded], new int[rounded], new int[rounded], new int[rounded]);
        (Repeats, PartOf, Updates, Disputes) = (new int[rounded], new int[rounded], new int[rounded], new int[rounded]);
        (Subject, Revision, Joint) = (new int[rounded], new int[rounded], new int[]?[rounded]);
        (Start, Mixed, Period) = (new int[rounded], new int[rounded], new int[rounded]);
        (ReceivedAt, UpdatedAt, Low, High) = (new long[rounded], new long[rounded], new long[rounded], new long[rounded]);
        (Category, Status, Certainty, Scope, Relation, Ends) = (new byte[rounded], new byte[rounded], new byte[rounded], new byte[rounded], new byte[rounded], new byte[rounded]);
        Array.Fill(Status, Absent);
    }

    private HeldStretch(HeldStretch other)
    {
        (Id, Party, Blamed, Place, Claimant, Publisher) = ([.. other.Id], [.. other.Party], [.. other.Blamed], [.. other.Place], [.. other.Claimant], [.. other.Publisher]);
        (Document, Statement, Cause) = ([.. other.Document], [.. other.Statement], [.. other.Cause]);
        (Published, Began, Occurred) = ([.. other.Published], [.. other.Began], [.. other.Occurred]);
        (Repeats, PartOf, Updates, Disputes) = ([.. other.Repeats], [.. other.PartOf], [.. other.Updates], [.. other.Disputes]);
        (Subject, Revision, Joint) = ([.. other.Subject], [.. other.Revision], [.. other.Joint]);
        (Start, Mixed, Period) = ([.. other.Start], [.. other.Mixed], [.. other.Period]);
        (ReceivedAt, UpdatedAt, Low, High) = ([.. other.ReceivedAt], [.. other.UpdatedAt], [.. other.Low], [.. other.High]);
        (Category, Status, Certainty, Scope, Relation, Ends) = ([.. other.Category], [.. other.Status], [.. other.Certainty], [.. other.Scope], [.. other.Relation], [.. other.Ends]);
    }

    public int[] Id { get; }

    public int[] Party { get; }

    public int[] Blamed { get; }

    public int[] Place { get; }

    public int[] Claimant { get; }

    /// <summary>Who claims it besides the first; null for most.</summary>
    public int[]?[] Joint { get; }

    public int[] Publisher { get; }

    public int[] Document { get; }

    public int[] Statement { get; }

    public int[] Cause { get; }

    public int[] Published { get; }

    public int[] Began { get; }

    public int[] Occurred { get; }

    public int[] Repeats { get; }

    public int[] PartOf { get; }

    public int[] Updates { get; }

    public int[] Disputes { get; }

    public int[] Subject { get; }

    public int[] Revision { get; }

    public int[] Start { get; }

    public int[] Mixed { get; }

    public int[] Period { get; }

    public long[] ReceivedAt { get; }

    public long[] UpdatedAt { get; }

    public long[] Low { get; }

    public long[] High { get; }

    public byte[] Category { get; }

    public byte[] Status { get; }

    public byte[] Certainty { get; }

    public byte[] Scope { get; }

    public byte[] Relation { get; }

    public byte[] Ends { get; }

    public HeldStretch Copy() => new(this);

    public bool Has(int at) => Status[at] != Absent;

    /// <summary>Whether its reading was not rejected, superseded or retracted.</summary>
    public bool IsActive(int at) => (ClaimStatus)Status[at] is ClaimStatus.Candidate or ClaimStatus.Accepted;

    public bool IsQuantified(int at) => Low[at] != HeldClaim.Open || High[at] != HeldClaim.Open;

    /// <summary>The number of the one day a claim counts on; 0 where that is not known.</summary>
    public int Day(string? dateField, int at) => dateField switch
    {
        ClaimFilter.Occurred => Occurred[at],
        ClaimFilter.Received => FirstDay + (int)(ReceivedAt[at] / MillisecondsADay),
        _ => Published[at],
    };

    /// <summary>What a claim is ordered by; null where it has no such thing.</summary>
    /// <param name="sortedBy">A name of `sort`, without its sign.</param>
    /// <param name="at">Which claim.</param>
    public long? Key(string sortedBy, int at) => sortedBy switch
    {
        "receivedAt" => ReceivedAt[at],
        "updatedAt" => UpdatedAt[at],
        "publishedAt" => Published[at] is not 0 and var day ? day : null,
        "low" => Low[at] is not HeldClaim.Open and var low ? low : null,
        "high" => High[at] is not HeldClaim.Open and var high ? high : null,
        _ => Id[at],
    };

    /// <summary>From where to where a claim reaches when it is held against another.</summary>
    public (decimal Low, decimal High) Reach(int at) => Contradictions.Reach(
        (CountRelation)Relation[at], Low[at] == HeldClaim.Open ? null : Low[at], High[at] == HeldClaim.Open ? null : High[at]);

    public HeldClaim this[int at]
    {
        get => new()
        {
            Id = Id[at],
            Party = Party[at],
            Blamed = Blamed[at],
            Place = Place[at],
            Claimant = Claimant[at],
            Jointly = Joint[at],
            Publisher = Publisher[at],
            Document = Document[at],
            Statement = Statement[at],
            Cause = Cause[at],
            Published = Published[at],
            Began = Began[at],
            Occurred = Occurred[at],
            Repeats = Repeats[at],
            PartOf = PartOf[at],
            Updates = Updates[at],
            Disputes = Disputes[at],
            Subject = Subject[at],
            Revision = Revision[at],
            Start = Start[at],
            Mixed = Mixed[at],
            Period = Period[at],
            ReceivedAt = ReceivedAt[at],
            UpdatedAt = UpdatedAt[at],
            Low = Low[at],
            High = High[at],
            Category = (CasualtyCategory)Category[at],
            Status = (ClaimStatus)Status[at],
            Certainty = (Certainty)Certainty[at],
            Scope = (ClaimScope)Scope[at],
            Relation = (CountRelation)Relation[at],
            Ends = Ends[at],
        };
        set
        {
            (Id[at], Party[at], Blamed[at], Place[at]) = (value.Id, value.Party, value.Blamed, value.Place);
            (Claimant[at], Joint[at], Publisher[at]) = (value.Claimant, value.Jointly, value.Publisher);
            (Document[at], Statement[at], Cause[at]) = (value.Document, value.Statement, value.Cause);
            (Published[at], Began[at], Occurred[at]) = (value.Published, value.Began, value.Occurred);
            (Repeats[at], PartOf[at], Updates[at], Disputes[at]) = (value.Repeats, value.PartOf, value.Updates, value.Disputes);
            (Subject[at], Revision[at]) = (value.Subject, value.Revision);
            (Start[at], Mixed[at], Period[at]) = (value.Start, value.Mixed, value.Period);
            (ReceivedAt[at], UpdatedAt[at], Low[at], High[at]) = (value.ReceivedAt, value.UpdatedAt, value.Low, value.High);
            (Category[at], Status[at]) = ((byte)value.Category, (byte)value.Status);
            (Certainty[at], Scope[at], Relation[at], Ends[at]) = ((byte)value.Certainty, (byte)value.Scope, (byte)value.Relation, value.Ends);
        }
    }

    /// <summary>Claims gathered from wherever they stand.</summary>
    public static IReadOnlyList<HeldStretch> Of(IReadOnlyCollection<HeldClaim> claims) =>
    [
        .. claims.Chunk(Size).Select(chunk =>
        {
            var stretch = new HeldStretch(chunk.Length);
            for (var at = 0; at < chunk.Length; at++) stretch[at] = chunk[at];
            return stretch;
        }),
    ];
}
