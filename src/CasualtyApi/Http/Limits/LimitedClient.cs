using System.Buffers.Binary;
using System.Net;
using CasualtyApi.Http.Keys;

namespace CasualtyApi.Http.Limits;

/// <summary>Who is counted: a key, or an address. Of IPv6 the first 64 bits are, for whoever has one address has all that share these.</summary>
/// <param name="Kind">Keys, IPv4 and IPv6, which must not be taken for one another.</param>
internal readonly record struct LimitedClient(char Kind, long Number)
{
    public bool IsKey => Kind == 'k';

    public static LimitedClient Of(HttpContext context)
    {
        if (context.Request.Headers.Authorization.Count > 0 && Caller.Of(context) is { } caller) return new('k', caller.KeyId);
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        Span<byte> bytes = stackalloc byte[16];
        (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).TryWriteBytes(bytes, out var written);
        return written == 4
            ? new('4', BinaryPrimitives.ReadInt32BigEndian(bytes))
            : new('6', BinaryPrimitives.ReadInt64BigEndian(bytes));
    }
}
