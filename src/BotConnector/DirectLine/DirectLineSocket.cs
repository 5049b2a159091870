using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using BotConnector.Activities;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BotConnector.DirectLine;

/// <summary>Sends a conversation's log over a WebSocket as it grows: first what came after the watermark, then what comes.</summary>
internal sealed class DirectLineSocket(
    ConversationStreams streams,
    IServiceScopeFactory scopes,
    IOptions<DirectLineOptions> options,
    TimeProvider clock,
    IHostApplicationLifetime lifetime
)
{
    private const int FrameSize = 1024;
    private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(30);

    /// <summary>Serves one window until it is closed, the person's sign-in ends, or the program stops.</summary>
    /// <returns>False where the conversation has too many windows already.</returns>
    public async Task<bool> ServeAsync(HttpContext context, DirectLineTicket ticket, long after)
    {
        using var window = streams.Open(ticket.ConversationId);
        if (window is null)
            return false;
        using var end = new CancellationTokenSource(Positive(ticket.EndsAt - clock.GetUtcNow()), clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(end.Token, lifetime.ApplicationStopping, context.RequestAborted);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var hearing = HearAsync(socket, stop);
        try
        {
            await TellAsync(socket, window, after, stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Closed by either side; the client comes back with its watermark and loses nothing.
        }
        await stop.CancelAsync();
        await hearing;
        await CloseAsync(socket);
        return true;
    }

    private async Task TellAsync(WebSocket socket, ConversationStreams.Window window, long after, CancellationToken ct)
    {
        while (true)
        {
            after = await TellNewsAsync(socket, window.ConversationId, after, ct);
            // Another process may have written, or a transaction may have been open when the bell rang: so it looks by itself too.
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var rung = window.Bell.Reader.WaitToReadAsync(pause.Token).AsTask();
            await Task.WhenAny(rung, Task.Delay(options.Value.StreamPoll, clock, pause.Token));
            await pause.CancelAsync();
            ct.ThrowIfCancellationRequested();
            while (window.Bell.Reader.TryRead(out var passing))
                if (passing is not null)
                    await SendAsync(socket, new([passing], Watermark: null), ct);
        }
    }

    private async Task<long> TellNewsAsync(WebSocket socket, string conversationId, long after, CancellationToken ct)
    {
        IReadOnlyList<StoredActivity> news;
        do
        {
            await using (var scope = scopes.CreateAsyncScope())
                news = await scope
                    .ServiceProvider.GetRequiredService<IDirectLineStore>()
                    .ReadAfterAsync(conversationId, after, options.Value.PageSize, ct);
            if (news is not [.., var newest])
                break;
            after = newest.Sequence;
            await SendAsync(socket, new([.. news.Select(line => line.Activity)], after.ToString(CultureInfo.InvariantCulture)), ct);
        } while (news.Count == options.Value.PageSize);
        return after;
    }

    /// <summary>A window that takes nothing for so long is gone.</summary>
    private static async Task SendAsync(WebSocket socket, ActivitySet set, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(SendPatience);
        await socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(set, ActivityJson.Options),
            WebSocketMessageType.Text,
            endOfMessage: true,
            patience.Token
        );
    }

    /// <summary>The client only says that it is still there (empty frames), or goodbye.</summary>
    private static async Task HearAsync(WebSocket socket, CancellationTokenSource stop)
    {
        var frame = new byte[FrameSize];
        try
        {
            while (await socket.ReceiveAsync(frame.AsMemory(), stop.Token) is { MessageType: not WebSocketMessageType.Close }) { }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Gone without a goodbye.
        }
        await stop.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // It was gone already.
        }
    }

    private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;
}
