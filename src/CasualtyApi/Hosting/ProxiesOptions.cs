namespace CasualtyApi.Hosting;

/// <summary>Which machines may say for whom they ask.</summary>
internal sealed class ProxiesOptions
{
    public const string Section = "Proxies";

    /// <summary>Addresses and networks (10.0.0.0/8), separated by ";".</summary>
    public string Known { get; set; } = "";
}
