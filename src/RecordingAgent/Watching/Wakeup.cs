namespace RecordingAgent.Watching;

/// <summary>Collects, during a look, when the next one is wanted.</summary>
internal sealed class Wakeup
{
    /// <summary>The earliest moment asked for; null if none was.</summary>
    public DateTimeOffset? At { get; private set; }

    public void By(DateTimeOffset moment) => At = At < moment ? At : moment;
}
