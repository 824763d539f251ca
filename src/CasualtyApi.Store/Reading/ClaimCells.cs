using CasualtyApi.Store.Entities;

namespace CasualtyApi.Store.Reading;

/// <summary>
/// Reads what claims show, cell by cell, past EF: a page of fifty is 2,500 cells, and as entities these cost more than all the
/// rest of the request. Which claims are meant, and in which order, EF has composed before. See docs/decisions/0061.
/// </summary>
public abstract class ClaimCells
{
    /// <summary>Those of the context's open connection, inside its transaction.</summary>
    public static ClaimCells Of(CasualtyDbContext db) => db.OpenCells();

    /// <summary>Says which claims are looked for next, so that a server far away is asked once.</summary>
    public virtual Task ExpectAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Goes to a claim; false where there is none.</summary>
    public abstract bool Find(long id);

    /// <summary>Lets go of the claim it stands at; a connection cannot be given back before.</summary>
    public abstract void Release();

    public abstract bool IsNull(ClaimCell cell);

    public abstract long Number(ClaimCell cell);

    /// <summary>UTF-8, valid until the next <see cref="Find"/>.</summary>
    public abstract ReadOnlySpan<byte> Text(ClaimCell cell);

    public long? NumberOrNull(ClaimCell cell) => IsNull(cell) ? null : Number(cell);

    /// <summary>Who claims it, in order.</summary>
    public abstract void Claimants(long claimId, List<long> into);

    /// <summary>Who passed its statement on, outermost first.</summary>
    public abstract void Relay(long statementId, List<long> into);

    /// <summary>The words of claims; empty where they are withheld.</summary>
    public abstract IEnumerable<(long Id, string Words)> Quotes(IReadOnlyCollection<long> claimIds);

    /// <summary>The words of a statement; empty where they are withheld.</summary>
    public abstract string Statement(long id);

    public abstract Source Source(long id);

    public abstract Party Party(long id);

    public abstract Place Place(long id);
}
