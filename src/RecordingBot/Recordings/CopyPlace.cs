namespace RecordingBot.Recordings;

/// <summary>Where a copy can be.</summary>
public static class CopyPlace
{
    public const string RecorderComputer = "recorder-computer";
    public const string Canvas = "canvas";
}
