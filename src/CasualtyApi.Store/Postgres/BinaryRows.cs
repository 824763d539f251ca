using System.Buffers.Binary;
using System.Text;

namespace CasualtyApi.Store.Postgres;

/// <summary>
/// Rows in the binary form that COPY reads, as PostgreSQL's manual gives it under COPY, File Formats. The driver's importer, which asks at each cell how
/// its type is written, takes more of a processor than the server that reads what it sends.
/// </summary>
internal sealed class BinaryRows
{
    private const int TextType = 25;
    private const int BigintType = 20;

    /// <summary>The signature, no flags, and no more of a header.</summary>
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    private static readonly byte[] Trailer = [0xFF, 0xFF];
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] written = new byte[1 << 10];

    /// <summary>None while no row has begun.</summary>
    public int Bytes { get; private set; }

    public void Begin(int cells)
    {
        if (Bytes == 0) Header.CopyTo(Next(Header.Length));
        BinaryPrimitives.WriteInt16BigEndian(Next(sizeof(short)), checked((short)cells));
    }

    /// <exception cref="NotSupportedException">No column of the model is of its type.</exception>
    public void Add(object? cell)
    {
        switch (cell)
        {
            case null: Integer(-1); break;
            case string text: Text(text); break;
            case long number: Long(number); break;
            case int number: Integer(sizeof(int)); Integer(number); break;
            case bool flag: Integer(sizeof(bool)); Next(1)[0] = flag ? (byte)1 : (byte)0; break;
            case double number: Integer(sizeof(double)); BinaryPrimitives.WriteDoubleBigEndian(Next(sizeof(double)), number); break;
            case byte[] bytes: Integer(bytes.Length); bytes.CopyTo(Next(bytes.Length)); break;
            case DateOnly day: Integer(sizeof(int)); Integer(day.DayNumber - FirstDay.DayNumber); break;
            case IReadOnlyCollection<string> texts: Elements(texts, TextType, Text); break;
            case IReadOnlyCollection<long> numbers: Elements(numbers, BigintType, Long); break;
            default: throw new NotSupportedException($"A column of {cell.GetType().Name}.");
        }
    }

    public void SendTo(Stream copy)
    {
        Trailer.CopyTo(Next(Trailer.Length));
        copy.Write(written.AsSpan(0, Bytes));
        Clear();
    }

    public void Clear() => Bytes = 0;

    private void Text(string text)
    {
        var length = Strict.GetByteCount(text);
        Integer(length);
        Strict.GetBytes(text, Next(length));
    }

    private void Long(long number)
    {
        Integer(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(Next(sizeof(long)), number);
    }

    /// <summary>One dimension that counts from 1, without nulls; none where nothing is in it.</summary>
    private void Elements<T>(IReadOnlyCollection<T> elements, int type, Action<T> add)
    {
        Integer(0);
        var start = Bytes;
        Integer(elements.Count == 0 ? 0 : 1);
        Integer(0);
        Integer(type);
        if (elements.Count > 0)
        {
            Integer(elements.Count);
            Integer(1);
        }

        foreach (var element in elements) add(element);
        BinaryPrimitives.WriteInt32BigEndian(written.AsSpan(start - sizeof(int)), Bytes - start);
    }

    private void Integer(int number) => BinaryPrimitives.WriteInt32BigEndian(Next(sizeof(int)), number);

    private Span<byte> Next(int length)
    {
        if (written.Length - Bytes < length) Array.Resize(ref written, Math.Max(written.Length * 2, Bytes + length));
        Bytes += length;
        return written.AsSpan(Bytes - length, length);
    }
}
