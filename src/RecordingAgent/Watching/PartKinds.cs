namespace RecordingAgent.Watching;

/// <summary>Tells a file's kind by its name (facts/zoom 5.2).</summary>
internal static class PartKinds
{
    private static readonly string[] ChatNames = ["chat.txt", "meeting_saved_chat.txt", "meeting_saved_new_chat.txt"];

    public static PartKind Of(ListedFile file) =>
        Extension(file) switch
        {
            ".m4a" => file.IsInSubfolder ? PartKind.ParticipantAudio : PartKind.Audio,
            // A screen share kept apart (as1….mp4) is no lecture to publish.
            ".mp4" => IsScreenShare(file) ? PartKind.Other : PartKind.Video,
            ".vtt" => PartKind.Captions,
            ".txt" when ChatNames.Contains(file.Name, StringComparer.OrdinalIgnoreCase) => PartKind.Chat,
            ".txt" when file.Name.Contains("closed_caption", StringComparison.OrdinalIgnoreCase) => PartKind.Captions,
            _ => PartKind.Other,
        };

    /// <summary>Has a header with a duration.</summary>
    public static bool IsMedia(ListedFile file) => Extension(file) is ".mp4" or ".m4a";

    /// <summary>Not yet converted, or just being converted.</summary>
    public static bool IsRaw(ListedFile file) => Extension(file) is ".zoom" or ".tmp";

    private static bool IsScreenShare(ListedFile file) =>
        file.Name.Length > 6 && file.Name.StartsWith("as", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(file.Name[2]);

    private static string Extension(ListedFile file) => Path.GetExtension(file.Name).ToLowerInvariant();
}
