using System.Buffers.Binary;
using System.Buffers.Text;

namespace CasualtyApi.Http;

/// <summary>
/// Where a page ended: the sort key and the id of its last row, and a hash of the filters and sort it belongs to. Rows are
/// found again by value, so no row is skipped or repeated while others write.
/// </summary>
/// <param name="Selection"><see cref="QueryValues.Selection"/> of the list.</param>
/// <param name="Id">The last row's id, which breaks ties.</param>
/// <param name="Key">The last row's sort key; null where the row has none (such rows come last).</param>
internal sealed record Cursor(ulong Selection, long Id, long? Key)
{
    private const byte Version = 1;
    private const int Length = 1 + 8 + 8 + 1 + 8;

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt64BigEndian(bytes[1..], Selection);
        BinaryPrimitives.WriteInt64BigEndian(bytes[9..], Id);
        bytes[17] = Key is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64BigEndian(bytes[18..], Key ?? 0);
        return Base64Url.EncodeToString(bytes);
    }

    public static (Cursor? Value, string? Fault) Read(string token)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (!Base64Url.IsValid(token, out var length) || length != Length
            || !Base64Url.TryDecodeFromChars(token, bytes, out _) || bytes[0] != Version || bytes[17] > 1)
        {
            return (null, "is no cursor of this service. Take 'next' of the page before, unchanged.");
        }

        var key = BinaryPrimitives.ReadInt64BigEndian(bytes[18..]);
        return (new(BinaryPrimitives.ReadUInt64BigEndian(bytes[1..]), BinaryPrimitives.ReadInt64BigEndian(bytes[9..]),
            bytes[17] == 1 ? key : null), null);
    }
}
