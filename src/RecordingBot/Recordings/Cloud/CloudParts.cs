using RecordingBot.Registry;
using ZoomConnector.CloudRecordings;

namespace RecordingBot.Recordings.Cloud;

/// <summary>What a file in Zoom's cloud is, in our words. The same file has the same name and key whichever is found first (I4).</summary>
internal static class CloudParts
{
    private const int Longest = 255;

    /// <summary>One of the kinds of <see cref="PartRow.Kind"/>.</summary>
    public static string KindOf(CloudFile file) =>
        file.OfOneParticipant
            ? "participant-audio"
            : file.FileType.ToUpperInvariant() switch
            {
                "MP4" => "video",
                "M4A" => "audio",
                "CHAT" or "CHAT_MESSAGE" => "chat",
                "TRANSCRIPT" or "CC" => "captions",
                _ => "other",
            };

    /// <summary>By what it is known again within its recording: Zoom's id, or its type where it has none, as time lines.</summary>
    public static string KeyOf(CloudFile file) =>
        Texts.Bounded(file.Id ?? (file.FileType.Length > 0 ? file.FileType.ToLowerInvariant() : "file"), Longest);

    /// <summary>A name that tells what it is. Zoom's own may hold a participant's.</summary>
    public static string NameOf(CloudFile file)
    {
        var ending = file.FileExtension is { } extension ? "." + extension.ToLowerInvariant() : "";
        return Texts.Bounded($"{file.RecordingType ?? KindOf(file)}-{KeyOf(file)}{ending}", Longest);
    }

    /// <summary>How long it plays; null for what doesn't, and where that isn't told.</summary>
    public static TimeSpan? DurationOf(CloudFile file) =>
        KindOf(file) is "video" or "audio" or "participant-audio"
        && file is { RecordingStart: { } start, RecordingEnd: { } end }
        && end > start
            ? end - start
            : null;
}
