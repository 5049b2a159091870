using System.Net;
using System.Net.Sockets;

namespace Campus;

/// <summary>Where the four parts listen on this machine.</summary>
public sealed record CampusPorts(int Bot, int Canvas, int Zoom, int Control)
{
    /// <summary>Four ports in a row from the first; 0 picks four that are free.</summary>
    public static CampusPorts From(int first) => first == 0 ? Free() : new(first, first + 1, first + 2, first + 3);

    /// <summary>The address of a port.</summary>
    public static string Url(int port) => $"http://127.0.0.1:{port}";

    // Below the range from which systems take ports for outgoing connections: nobody takes one between this look and its use.
    private static CampusPorts Free()
    {
        while (true)
        {
            var first = Random.Shared.Next(10_000, 32_000);
            if (Enumerable.Range(first, 4).All(IsFree))
                return From(first);
        }
    }

    private static bool IsFree(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
