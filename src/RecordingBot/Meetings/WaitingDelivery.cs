namespace RecordingBot.Meetings;

/// <summary>A checked delivery whose sender waits for it to be on disk.</summary>
internal sealed record WaitingDelivery(string Digest, byte[] Body, long ReceivedAt, bool Stale, bool IsChat)
{
    private readonly TaskCompletionSource<bool> stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once it is durable; false where it could not be stored.</summary>
    public Task<bool> Stored => stored.Task;

    public void Tell(bool durable) => stored.TrySetResult(durable);
}
