using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RecordingBot.Tests.Support;

/// <summary>A small mail server on this machine that keeps what it is given, or does as it is told.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly List<string> letters = [];
    private readonly Task listening;

    public MailServer()
    {
        listener.Start();
        listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it answers to a recipient; 250 takes them.</summary>
    public string ToRecipient { get; set; } = "250 ok";

    /// <summary>Takes a letter, and breaks off before it says so.</summary>
    public bool BreaksOff { get; set; }

    /// <summary>What it was given, with its headers.</summary>
    public IReadOnlyList<string> Letters
    {
        get
        {
            lock (letters)
                return [.. letters];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await listening;
        end.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (!end.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(end.Token);
                await TalkAsync(client);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or SocketException) { }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        await using var writer = new StreamWriter(stream, Encoding.ASCII, leaveOpen: true) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 campus.example.edu");
        while (await reader.ReadLineAsync(end.Token) is { } line)
        {
            if (line.StartsWith("QUIT", StringComparison.Ordinal))
                return;
            if (!line.StartsWith("DATA", StringComparison.Ordinal))
            {
                await writer.WriteLineAsync(line.StartsWith("RCPT", StringComparison.Ordinal) ? ToRecipient : "250 ok");
                continue;
            }
            await writer.WriteLineAsync("354 go on");
            var letter = await ReadLetterAsync(reader);
            lock (letters)
                letters.Add(letter);
            if (BreaksOff)
                return;
            await writer.WriteLineAsync("250 taken");
        }
    }

    private async Task<string> ReadLetterAsync(StreamReader reader)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(end.Token) is { } line && line != ".")
            letter.AppendLine(line);
        return letter.ToString();
    }
}
