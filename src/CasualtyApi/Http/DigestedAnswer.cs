using System.Security.Cryptography;

namespace CasualtyApi.Http;

/// <summary>
/// A file that is made while it is sent, with its SHA-256 in front (<c>Repr-Digest</c>, RFC 9530): it is made twice of one moment, first for the
/// digest alone, so that it needs neither memory nor disk. It is sent as it is, never compressed: the digest is that of the file on the caller's disk.
/// </summary>
internal abstract class DigestedAnswer(string mediaType) : IStreamedAnswer
{
    private const string Digest = "Repr-Digest";

    public IPage? Page => null;

    public string MediaType => mediaType;

    public bool HasHead => false;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellationToken) = (httpContext.Response, httpContext.RequestAborted);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var digested = new HashedStream(hash)) await WriteAsync(digested, cancellationToken);
        httpContext.Request.Headers.AcceptEncoding = default;
        response.ContentType = mediaType;
        response.Headers.CacheControl = CacheControl.Live;
        response.Headers[Digest] = $"sha-256=:{Convert.ToBase64String(hash.GetHashAndReset())}:";
        if (!HeadAsGet.IsHead(httpContext)) await WriteAsync(response.Body, cancellationToken);
    }

    protected abstract Task WriteAsync(Stream body, CancellationToken cancellationToken);

    /// <summary>Keeps nothing of what is written but its hash.</summary>
    private sealed class HashedStream(IncrementalHash hash) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override void Write(byte[] buffer, int offset, int count) => hash.AppendData(buffer, offset, count);

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
