using Microsoft.AspNetCore.RequestDecompression;

namespace CasualtyApi.Http.Bodies;

/// <summary>
/// A body that was sent packed. Where what was sent is no such packing, or a part of one, the request is at fault and not the service, which the
/// framework's own reading does not tell apart.
/// </summary>
internal sealed class UnpackedBody(string coding, Stream unpacking) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Reads every coding the framework offers so.</summary>
    public static void ReadAll(RequestDecompressionOptions options)
    {
        foreach (var (coding, provider) in options.DecompressionProviders.ToList())
        {
            options.DecompressionProviders[coding] = new Provider(coding, provider);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await unpacking.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException)
        {
            throw Refusal(broken);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return unpacking.Read(buffer, offset, count);
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException)
        {
            throw Refusal(broken);
        }
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacking.Dispose();
        base.Dispose(disposing);
    }

    // Which of the two is thrown differs from packing to packing.
    private BrokenPackingException Refusal(Exception broken) => new($"The body is not what its Content-Encoding '{coding}' says, or a part of it only.", broken);

    private sealed class Provider(string coding, IDecompressionProvider provider) : IDecompressionProvider
    {
        public Stream GetDecompressionStream(Stream stream) => new UnpackedBody(coding, provider.GetDecompressionStream(stream));
    }
}

/// <summary>The packing of a body is at fault, and the message may be told to whoever sent it.</summary>
internal sealed class BrokenPackingException(string message, Exception broken) : BadHttpRequestException(message, broken);
