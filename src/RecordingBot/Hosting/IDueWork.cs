namespace RecordingBot.Hosting;

/// <summary>Work that falls due by the clock. The scheduler rings for it; a moved clock asks it what is left.</summary>
public interface IDueWork
{
    /// <summary>Whether one instance at a time does it; else each does its own part, whatever the others do.</summary>
    bool TakesTurns => true;

    /// <summary>When its next piece is due; null when nothing waits for a moment.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken ct);

    /// <summary>Does everything that is due now. Harmless when nothing is, and when it runs twice.</summary>
    Task RunDueAsync(CancellationToken ct);
}
