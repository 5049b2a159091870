using System.Net.WebSockets;
using System.Text.Json;

namespace BotConnector.Tests.DirectLine;

/// <summary>A client's open WebSocket.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[256 * 1024];

    /// <summary>The mark of the last set that had one.</summary>
    public string? Watermark { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Window> OpenAsync(string streamUrl, string? origin = null)
    {
        var window = new Window();
        if (origin is not null)
            window.socket.Options.SetRequestHeader("Origin", origin);
        await window.socket.ConnectAsync(new Uri(streamUrl), Ct);
        return window;
    }

    /// <summary>The status with which a stream is refused.</summary>
    public static async Task<System.Net.HttpStatusCode> RefusalAsync(string streamUrl, string? origin = null)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(streamUrl), Ct));
        return socket.HttpStatusCode;
    }

    /// <summary>Hears activities until so many have come.</summary>
    public async Task<List<JsonElement>> HearAsync(int count)
    {
        List<JsonElement> heard = [];
        while (heard.Count < count)
        {
            var frame = await socket.ReceiveAsync(buffer.AsMemory(), Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Ct);
            var set = JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, frame.Count));
            heard.AddRange(set.GetProperty("activities").EnumerateArray());
            if (set.TryGetProperty("watermark", out var mark))
                Watermark = mark.GetString();
        }
        return heard;
    }

    /// <summary>What browsers send every twenty seconds.</summary>
    public Task PingAsync() => socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, Ct).AsTask();

    public async ValueTask DisposeAsync()
    {
        if (socket.State is WebSocketState.Open)
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Ct);
        socket.Dispose();
    }
}
