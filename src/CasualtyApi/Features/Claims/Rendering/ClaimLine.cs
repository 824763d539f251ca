using System.Buffers;
using CasualtyApi.Store.Reading;

namespace CasualtyApi.Features.Claims.Rendering;

/// <summary>A form in which each claim is a line of its own, written from cells.</summary>
internal abstract class ClaimLine(ClaimCells cells)
{
    public abstract string MediaType { get; }

    protected ClaimCells Cells => cells;

    /// <summary>What stands before the first claim.</summary>
    public virtual void Begin(IBufferWriter<byte> bytes)
    {
    }

    /// <summary>Says which claims are written next.</summary>
    public Task ExpectAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken) => cells.ExpectAsync(ids, cancellationToken);

    /// <summary>Writes a claim; nothing where there is none of that id.</summary>
    public void Write(IBufferWriter<byte> bytes, long id)
    {
        try
        {
            if (cells.Find(id)) WriteFound(bytes, id);
        }
        finally
        {
            cells.Release();
        }
    }

    protected abstract void WriteFound(IBufferWriter<byte> bytes, long id);
}
