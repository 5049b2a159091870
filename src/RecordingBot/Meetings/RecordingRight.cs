namespace RecordingBot.Meetings;

/// <summary>Whether the host has the right to record, given for this meeting.</summary>
public static class RecordingRight
{
    public const string None = "none";
    public const string Given = "given";
    public const string Taken = "taken";
}
