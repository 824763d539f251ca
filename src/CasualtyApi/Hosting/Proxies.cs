using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace CasualtyApi.Hosting;

/// <summary><c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are read from configured proxies, hop by hop, and from nobody else.</summary>
internal static class Proxies
{
    public static WebApplicationBuilder AddProxies(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ProxiesOptions>().BindConfiguration(ProxiesOptions.Section);
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxiesOptions>>((headers, proxies) => Believe(headers, proxies.Value.Known));
        return builder;
    }

    /// <summary>Who is behind no proxy does not pay for one.</summary>
    public static WebApplication UseProxies(this WebApplication app)
    {
        if (!string.IsNullOrWhiteSpace(app.Configuration[$"{ProxiesOptions.Section}:{nameof(ProxiesOptions.Known)}"])) app.UseForwardedHeaders();
        return app;
    }

    /// <exception cref="OptionsValidationException">A word is no address and no network.</exception>
    private static void Believe(ForwardedHeadersOptions headers, string known)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;

        // A hop is believed as long as the one that tells of it is known.
        headers.ForwardLimit = null;
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var word in known.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(word, out var address)) headers.KnownProxies.Add(address);
            else if (IPNetwork.TryParse(word, out var network)) headers.KnownIPNetworks.Add(network);
            else throw new OptionsValidationException(ProxiesOptions.Section, typeof(ProxiesOptions), [$"{ProxiesOptions.Section}__{nameof(ProxiesOptions.Known)}: '{word}' is no address and no network."]);
        }
    }
}
