namespace CasualtyApi.Http;

/// <summary>Where this service is reached, as whoever asks wrote it: what addresses begin with that must hold elsewhere.</summary>
internal static class Origin
{
    public static string Of(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
