using System.Threading.Channels;
using BotConnector.Activities;

namespace BotConnector.DirectLine;

/// <summary>The open windows of this process: rung when a conversation's log has grown, and told what no log keeps.</summary>
internal sealed class ConversationStreams
{
    private const int MostAtOnce = 20;
    private const int MostWaiting = 16;
    private readonly Lock guard = new();
    private readonly Dictionary<string, List<Window>> windows = new(StringComparer.Ordinal);

    /// <summary>Opens a window; null where the conversation has as many as anyone can need.</summary>
    public Window? Open(string conversationId)
    {
        lock (guard)
        {
            if (!windows.TryGetValue(conversationId, out var open))
                windows.Add(conversationId, open = []);
            if (open.Count == MostAtOnce)
                return null;
            var window = new Window(this, conversationId);
            open.Add(window);
            return window;
        }
    }

    /// <summary>The log has grown.</summary>
    public void Ring(string conversationId) => Tell(conversationId, passing: null);

    /// <summary>Shows something that isn't kept, such as typing.</summary>
    public void Show(string conversationId, Activity passing) => Tell(conversationId, passing);

    private void Tell(string conversationId, Activity? passing)
    {
        lock (guard)
        {
            foreach (var window in windows.GetValueOrDefault(conversationId) ?? [])
                window.Bell.Writer.TryWrite(passing);
        }
    }

    private void Close(Window window)
    {
        lock (guard)
        {
            if (windows.TryGetValue(window.ConversationId, out var open) && open.Remove(window) && open.Count == 0)
                windows.Remove(window.ConversationId);
        }
    }

    /// <summary>One open window. Disposing closes it.</summary>
    internal sealed class Window(ConversationStreams streams, string conversationId) : IDisposable
    {
        public string ConversationId { get; } = conversationId;

        /// <summary>Null says that the log has grown; anything else is to be shown. What a window is too slow for is in the log anyway.</summary>
        public Channel<Activity?> Bell { get; } =
            Channel.CreateBounded<Activity?>(
                new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
            );

        public void Dispose() => streams.Close(this);
    }
}
