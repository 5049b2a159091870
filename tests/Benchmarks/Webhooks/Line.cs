using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Webhooks;

/// <summary>A connection that is kept, over which one delivery after the other is sent: little more than the bytes, so that the processors are the contestants'.</summary>
internal sealed class Line(Uri address) : IDisposable
{
    private readonly byte[] buffer = new byte[16 * 1024];
    private Socket? socket;

    /// <summary>Sends a request and reads its answer to the end.</summary>
    /// <returns>The answer's status; 0 where the connection ended before it came.</returns>
    public async Task<int> SendAsync(byte[] request, CancellationToken ct)
    {
        try
        {
            if (socket is null)
            {
                socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port), ct);
            }
            await socket.SendAsync(request, ct);
            return await ReadAsync(ct);
        }
        catch (SocketException)
        {
            return Broken();
        }
    }

    public void Dispose() => socket?.Dispose();

    private async Task<int> ReadAsync(CancellationToken ct)
    {
        var length = 0;
        while (true)
        {
            var read = await socket!.ReceiveAsync(buffer.AsMemory(length), ct);
            if (read == 0)
                return Broken();
            length += read;
            if (IsWhole(buffer.AsSpan(0, length)))
                return ((buffer[9] - '0') * 100) + ((buffer[10] - '0') * 10) + (buffer[11] - '0');
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var head = Encoding.ASCII.GetString(answer[..end]);
        const string Length = "Content-Length: ";
        var at = head.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return answer.EndsWith("\r\n0\r\n\r\n"u8); // in chunks
        var stop = head.IndexOf('\r', at);
        var told = int.Parse(head.AsSpan(at + Length.Length, (stop < 0 ? head.Length : stop) - at - Length.Length), provider: null);
        return answer.Length >= end + 4 + told;
    }

    private int Broken()
    {
        socket?.Dispose();
        socket = null;
        return 0;
    }
}
