using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>The marks beside a recording's state (design.md 5).</summary>
public static class RecordingMark
{
    public const string Unexplained = "unexplained";
    public const string Inventory = "inventory";
    public const string Held = "held";
    public const string Missing = "missing";
    public const string Restricted = "restricted";

    /// <summary>How long after its meeting a file may take before it is missed: Zoom converts for about as long as the meeting lasted.</summary>
    public static readonly TimeSpan Conversion = TimeSpan.FromHours(24);

    /// <summary>The marks that a recording bears at a moment, given when its meeting ended or was to end.</summary>
    public static IEnumerable<string> Of(RecordingRow recording, DateTimeOffset? meetingEnd, DateTimeOffset now)
    {
        if (recording.Unexplained)
            yield return Unexplained;
        if (recording.InventoriedAt is not null)
            yield return Inventory;
        if (recording.HeldBy is not null)
            yield return Held;
        if (recording is { State: RecordingState.Expected, NothingRecordedAt: null } && meetingEnd + Conversion < now)
            yield return Missing;
        if (recording.Restricted)
            yield return Restricted;
    }
}
