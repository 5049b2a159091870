namespace RecordingBot.Recordings;

/// <summary>Where a copy can be.</summary>
public static class CopyPlace
{
    public const string RecorderComputer = "recorder-computer";
    public const string Canvas = "canvas";
    public const string ZoomCloud = "zoom-cloud";

    /// <summary>Whether a recorder moves files there by hand: only they can remove them there.</summary>
    public static bool IsMovedTo(string place) => place is "removable" or "removable-encrypted" or "approved-system" or "other-cloud";
}
