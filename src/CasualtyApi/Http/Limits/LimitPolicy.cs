using System.Globalization;

namespace CasualtyApi.Http.Limits;

/// <summary>So many requests of a kind in a minute.</summary>
internal sealed class LimitPolicy(string name, int quota)
{
    public const int Seconds = 60;

    public string Name { get; } = name;

    public int Quota { get; } = quota;

    /// <summary>As it stands in <c>RateLimit-Policy</c> (draft-ietf-httpapi-ratelimit-headers, structured fields).</summary>
    public string Header { get; } = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={quota};w={Seconds}");

    /// <summary>As it stands in <c>RateLimit</c>.</summary>
    public string Remaining(Allowance allowance) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{Name}\";r={allowance.Left};t={allowance.Seconds}");
}

/// <summary>What a client has left.</summary>
/// <param name="IsGranted">Whether this request is among what it may make.</param>
/// <param name="Left">How many more it may make until its minute is over.</param>
/// <param name="Seconds">Until then.</param>
internal readonly record struct Allowance(bool IsGranted, int Left, int Seconds);
