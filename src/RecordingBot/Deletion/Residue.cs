namespace RecordingBot.Deletion;

/// <summary>What may remain of a copy after its removal, where nothing of ours reaches.</summary>
public static class Residue
{
    /// <summary>Canvas only unlinks the media object behind a video or a sound (facts/canvas.md 5.6).</summary>
    public const string MediaObject = "canvas-media-object";
}
