namespace RecordingAgent.Progress;

/// <summary>Tells how far a work is, every 16 MiB and at its end.</summary>
internal sealed class ProgressSteps(long total, Func<long, Task> tell)
{
    private const long Step = 16 << 20;
    private long told;

    /// <summary>The work is so many bytes far.</summary>
    public async Task ReachAsync(long done)
    {
        if (done - told < Step && done < total)
            return;
        told = done;
        await tell(done);
    }
}
