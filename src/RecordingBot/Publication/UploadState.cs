namespace RecordingBot.Publication;

/// <summary>How far the upload of a recording's video has come.</summary>
public abstract record UploadState
{
    private UploadState() { }

    /// <summary>The file is in Canvas, and noted.</summary>
    public static readonly UploadState Done = new Ended();

    public sealed record Ended : UploadState;

    /// <summary>The recorder's computer sends it; looked at again then, if it doesn't report before.</summary>
    public sealed record Sending(DateTimeOffset LookAgain) : UploadState;

    /// <summary>It doesn't fit, by so many bytes (0 where Canvas doesn't say), and nothing of it is in Canvas.</summary>
    /// <param name="Missing">Bytes.</param>
    /// <param name="IsLimit">No file in Canvas may be that large; else it is the course that is full.</param>
    public sealed record NoRoom(long Missing, bool IsLimit) : UploadState;
}
