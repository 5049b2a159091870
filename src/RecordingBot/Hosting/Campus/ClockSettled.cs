namespace RecordingBot.Hosting.Campus;

/// <summary>What the bot answers when its clock was set.</summary>
/// <param name="Next">The earliest moment at which something falls due; null when nothing waits.</param>
/// <param name="Settled">Whether everything that was due by now is done.</param>
public sealed record ClockSettled(DateTimeOffset? Next, bool Settled);
