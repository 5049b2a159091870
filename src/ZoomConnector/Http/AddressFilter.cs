using System.Net;
using System.Net.Sockets;

namespace ZoomConnector.Http;

/// <summary>
/// Connects to the hosts and ports of the settings and nowhere else, and to public addresses only; a host that is loopback in the
/// settings may be loopback on the wire. The address that was checked is the one connected to (security.md 3.7).
/// </summary>
internal sealed class AddressFilter(params Uri[] allowed)
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "2001::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var known =
            Array.Find(
                allowed,
                uri => uri.Port == port && string.Equals(uri.IdnHost, host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
            ) ?? throw new HttpRequestException("The host is not one of the configured ones.");
        var addresses = await Dns.GetHostAddressesAsync(known.IdnHost, ct);
        var address =
            Array.Find(addresses, one => MayBe(one, known.IsLoopback))
            ?? throw new HttpRequestException("The host has no address that may be connected to.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether an address may be connected to for a host of this kind.</summary>
    internal static bool MayBe(IPAddress address, bool loopbackHost)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return loopbackHost ? IPAddress.IsLoopback(plain) : !Array.Exists(NotPublic, network => network.Contains(plain));
    }
}
