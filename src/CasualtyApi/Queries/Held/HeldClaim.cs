using System.Data.Common;
using System.Linq.Expressions;
using CasualtyApi.Store.Entities;
using CasualtyApi.Store.Subjects;
using CasualtyApi.Store.Terms;

namespace CasualtyApi.Queries.Held;

/// <summary>What of a claim is held in memory: enough to choose, to order and to count by. 0 stands for an id or a day that is not known.</summary>
internal readonly record struct HeldClaim
{
    /// <summary>An end that the words leave open.</summary>
    public const long Open = long.MinValue;

    /// <summary>Of <see cref="Ends"/>: the first day is known itself.</summary>
    public const byte BeginKnown = 1;

    /// <summary>Of <see cref="Ends"/>: the last day is known itself.</summary>
    public const byte EndKnown = 2;

    private const int MemberBits = 4;

    public required int Id { get; init; }

    public required int Party { get; init; }

    public required int Blamed { get; init; }

    public required int Place { get; init; }

    public required int Claimant { get; init; }

    public required int[]? Jointly { get; init; }

    public required int Publisher { get; init; }

    public required int Document { get; init; }

    public required int Statement { get; init; }

    public required int Cause { get; init; }

    public required int Published { get; init; }

    /// <summary>The first known day of its period.</summary>
    public required int Began { get; init; }

    /// <summary>The last known day of its period: the one it counts on, as <see cref="ClaimDates.Day"/> says it in SQL.</summary>
    public required int Occurred { get; init; }

    public required int Repeats { get; init; }

    public required int PartOf { get; init; }

    public required int Updates { get; init; }

    public required int Disputes { get; init; }

    /// <summary>A hash of its subject.</summary>
    public required int Subject { get; init; }

    public required int Revision { get; init; }

    /// <summary>Where its words begin in the document.</summary>
    public required int Start { get; init; }

    /// <summary>The members of a mixed category in their order, four bits each.</summary>
    public required int Mixed { get; init; }

    /// <summary>Whether the first day is known itself, and not taken from the last.</summary>
    public bool IsBegun => (Ends & BeginKnown) != 0;

    /// <summary>Whether the last day is known itself, and not taken from the first.</summary>
    public bool IsEnded => (Ends & EndKnown) != 0;

    /// <summary>Which ends of its period are known.</summary>
    public required byte Ends { get; init; }

    /// <summary>The members of a mixed category.</summary>
    public List<CasualtyCategory> Members
    {
        get
        {
            var members = new List<CasualtyCategory>();
            for (var left = Mixed; left != 0; left >>= MemberBits) members.Add((CasualtyCategory)((left & ((1 << MemberBits) - 1)) - 1));
            return members;
        }
    }

    /// <summary>The number of the words of its period.</summary>
    public required int Period { get; init; }

    public required long ReceivedAt { get; init; }

    public required long UpdatedAt { get; init; }

    public required long Low { get; init; }

    public required long High { get; init; }

    public required CasualtyCategory Category { get; init; }

    public required ClaimStatus Status { get; init; }

    public required Certainty Certainty { get; init; }

    public required ClaimScope Scope { get; init; }

    public required CountRelation Relation { get; init; }

    public static int Packed(IReadOnlyList<CasualtyCategory> members) =>
        members.Reverse().Aggregate(0, (packed, member) => (packed << MemberBits) | ((int)member + 1));
}

/// <summary>The same as read.</summary>
internal sealed record HeldRow(
    long Id, long PartyId, long? BlamedId, long? PlaceId, long DocumentId, long StatementId, string? Cause,
    DateOnly? Published, int Start, string? PeriodText, DateOnly? PeriodStart, DateOnly? PeriodEnd, long? RepeatsId, long? PartOfId, long? UpdatesId, long? DisputesId,
    int Revision, long ReceivedAt, long UpdatedAt, CasualtyCategory Category, ClaimStatus Status, Certainty Certainty, ClaimScope Scope,
    CountRelation Relation, long? Low, long? High)
{
    /// <summary>In the order of <see cref="Read"/>.</summary>
    public static readonly Expression<Func<Claim, HeldRow>> Cells = claim => new HeldRow(
        claim.Id, claim.PartyId, claim.BlamedId, claim.PlaceId, claim.DocumentId, claim.StatementId, claim.Cause,
        claim.PublishedAt, claim.Start, claim.PeriodText, claim.PeriodStart, claim.PeriodEnd,
        claim.RepeatsClaimId, claim.PartOfClaimId, claim.UpdatesClaimId, claim.DisputesClaimId, claim.Revision, claim.ReceivedAt, claim.UpdatedAt,
        claim.Category, claim.Status, claim.Certainty, claim.Scope, claim.Relation, claim.Low, claim.High);

    /// <summary>The row that a reader of <see cref="Cells"/> stands at.</summary>
    public static HeldRow Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), Number(row, 2), Number(row, 3), row.GetInt64(4), row.GetInt64(5), Word(row, 6),
        Day(row, 7), row.GetInt32(8), Word(row, 9), Day(row, 10), Day(row, 11),
        Number(row, 12), Number(row, 13), Number(row, 14), Number(row, 15), row.GetInt32(16), row.GetInt64(17), row.GetInt64(18),
        Term<CasualtyCategory>(row, 19), Term<ClaimStatus>(row, 20), Term<Certainty>(row, 21), Term<ClaimScope>(row, 22), Term<CountRelation>(row, 23),
        Number(row, 24), Number(row, 25));

    /// <param name="claimant">Who claims it first; 0 for the document's own voice.</param>
    /// <param name="jointly">Who claims it besides.</param>
    /// <param name="publisher">Of its document; 0 where that is not known.</param>
    /// <param name="mixedOf">The members of a mixed category; else empty.</param>
    /// <param name="words">Gives causes and periods their numbers.</param>
    public HeldClaim Held(int claimant, int[]? jointly, int publisher, IReadOnlyList<CasualtyCategory> mixedOf, HeldWords words) => new()
    {
        Id = (int)Id,
        Party = (int)PartyId,
        Blamed = (int)(BlamedId ?? 0),
        Place = (int)(PlaceId ?? 0),
        Claimant = claimant,
        Jointly = jointly,
        Publisher = publisher,
        Document = (int)DocumentId,
        Statement = (int)StatementId,
        Cause = words.NumberOf(Cause),
        Published = Published?.DayNumber ?? 0,
        Began = (PeriodStart ?? PeriodEnd)?.DayNumber ?? 0,
        Occurred = (PeriodEnd ?? PeriodStart)?.DayNumber ?? 0,
        Repeats = (int)(RepeatsId ?? 0),
        PartOf = (int)(PartOfId ?? 0),
        Updates = (int)(UpdatesId ?? 0),
        Disputes = (int)(DisputesId ?? 0),
        Subject = SubjectKey.Of(new(PartyId, Category, mixedOf, Scope, PlaceId, PeriodStart, PeriodEnd, Published)).GetHashCode(),
        Revision = Revision,
        Start = Start,
        Mixed = HeldClaim.Packed(mixedOf),
        Ends = (byte)((PeriodStart is null ? 0 : HeldClaim.BeginKnown) | (PeriodEnd is null ? 0 : HeldClaim.EndKnown)),
        Period = words.NumberOf(PeriodText),
        ReceivedAt = ReceivedAt,
        UpdatedAt = UpdatedAt,
        Low = Low ?? HeldClaim.Open,
        High = High ?? HeldClaim.Open,
        Category = Category,
        Status = Status,
        Certainty = Certainty,
        Scope = Scope,
        Relation = Relation,
    };

    private static long? Number(DbDataReader row, int cell) => row.IsDBNull(cell) ? null : row.GetInt64(cell);

    private static string? Word(DbDataReader row, int cell) => row.IsDBNull(cell) ? null : row.GetString(cell);

    private static DateOnly? Day(DbDataReader row, int cell) => row.IsDBNull(cell) ? null : row.GetFieldValue<DateOnly>(cell);

    private static TTerm Term<TTerm>(DbDataReader row, int cell) where TTerm : struct, Enum => Kebab.Parse<TTerm>(row.GetString(cell));
}
