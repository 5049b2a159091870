namespace BotConnector.DirectLine;

/// <summary>Lets one turn at a time into a conversation, in this process. A conversation that nobody waits for costs nothing.</summary>
internal sealed class ConversationGates
{
    private readonly Lock guard = new();
    private readonly Dictionary<string, Gate> gates = new(StringComparer.Ordinal);

    /// <summary>How many conversations are busy.</summary>
    public int Count
    {
        get
        {
            lock (guard)
                return gates.Count;
        }
    }

    /// <summary>Runs <paramref name="work"/> when the conversation's earlier work has ended.</summary>
    public async Task<T> RunAsync<T>(string conversationId, Func<Task<T>> work, CancellationToken ct)
    {
        var gate = Join(conversationId);
        try
        {
            await gate.Turn.WaitAsync(ct);
            try
            {
                return await work();
            }
            finally
            {
                gate.Turn.Release();
            }
        }
        finally
        {
            Leave(conversationId, gate);
        }
    }

    private Gate Join(string conversationId)
    {
        lock (guard)
        {
            if (!gates.TryGetValue(conversationId, out var gate))
                gates.Add(conversationId, gate = new Gate());
            gate.Guests++;
            return gate;
        }
    }

    private void Leave(string conversationId, Gate gate)
    {
        lock (guard)
        {
            if (--gate.Guests > 0)
                return;
            gates.Remove(conversationId);
        }
        gate.Turn.Dispose();
    }

    private sealed class Gate
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Guests { get; set; }
    }
}
