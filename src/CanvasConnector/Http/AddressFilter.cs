using System.Net;
using System.Net.Sockets;

namespace CanvasConnector.Http;

/// <summary>
/// Resolves a host once, refuses inner addresses, and connects to the very address that was checked, so that a name
/// cannot lead somewhere else between check and call (server-side request forgery).
/// </summary>
internal sealed class AddressFilter(Uri home, bool allowPrivate)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var target = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(target.Host, ct);
        var allowed = Array.FindAll(addresses, address => IsAllowed(target, address));
        if (allowed.Length == 0)
            throw new AddressRefusedException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(DnsEndPoint target, IPAddress address)
    {
        if (InnerNetworks.IsPublic(address))
            return true;
        var isHome = string.Equals(target.Host, home.IdnHost, StringComparison.OrdinalIgnoreCase) && target.Port == home.Port;
        if (!isHome)
            return false;
        return home.IsLoopback ? IPAddress.IsLoopback(address) : allowPrivate && InnerNetworks.IsPrivate(address);
    }
}
