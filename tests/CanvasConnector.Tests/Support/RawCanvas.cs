using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CanvasConnector.Tests.Support;

/// <summary>Answers each connection with the bytes it was given, be they HTTP or not, and closes it.</summary>
internal sealed class RawCanvas : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public RawCanvas(string answer)
    {
        listener.Start();
        Address = new Uri($"http://{listener.LocalEndpoint}");
        _ = AnswerAsync(Encoding.ASCII.GetBytes(answer));
    }

    public Uri Address { get; }

    public int Calls { get; private set; }

    public void Dispose() => listener.Dispose();

    private async Task AnswerAsync(byte[] answer)
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync();
                Calls++;
                await socket.ReceiveAsync(new byte[16 * 1024]);
                await socket.SendAsync(answer);
                socket.Shutdown(SocketShutdown.Both);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
