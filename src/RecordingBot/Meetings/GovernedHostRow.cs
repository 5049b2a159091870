namespace RecordingBot.Meetings;

/// <summary>A host in Zoom whose right to record the gate rules, since its first look at them.</summary>
public sealed class GovernedHostRow
{
    /// <summary>Zoom's user id.</summary>
    public required string Id { get; init; }

    public DateTimeOffset Since { get; init; }

    /// <summary>
    /// Settings that were open at the first look and still are, in Zoom's names, separated by spaces: nobody has changed them since, so they are no
    /// incident. Empty once they were closed.
    /// </summary>
    public string LeftOpen { get; set; } = "";
}
