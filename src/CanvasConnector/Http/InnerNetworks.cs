using System.Net;

namespace CanvasConnector.Http;

/// <summary>Which addresses belong to inner networks, in every notation that leads there.</summary>
internal static class InnerNetworks
{
    private static readonly IPNetwork[] Private =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("fc00::/7"),
    ];

    private static readonly IPNetwork[] Other =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("224.0.0.0/3"),
        IPNetwork.Parse("::/127"),
        IPNetwork.Parse("64:ff9b:1::/48"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("fec0::/10"),
        IPNetwork.Parse("ff00::/8"),
    ];

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork Tunnelled = IPNetwork.Parse("2002::/16");

    /// <summary>Whether the address lies in the open internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = Plain(address);
        return !IsPrivate(plain) && !Array.Exists(Other, network => network.Contains(plain));
    }

    /// <summary>Whether the address is one that an organisation gives to its own machines.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        var plain = Plain(address);
        return Array.Exists(Private, network => network.Contains(plain));
    }

    // The same machine can be written as IPv4, mapped into IPv6, translated (NAT64) or tunnelled (6to4).
    private static IPAddress Plain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (Translated.Contains(address))
            return new IPAddress(address.GetAddressBytes().AsSpan(12, 4));
        return Tunnelled.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(2, 4)) : address;
    }
}
