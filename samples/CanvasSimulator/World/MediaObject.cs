namespace CanvasSimulator.World;

/// <summary>The media server's own copy of an audio or video file. It outlives the file, which is then only unlinked.</summary>
internal sealed class MediaObject
{
    public string Id { get; set; } = "";

    public long CourseId { get; set; }

    public long? FileId { get; set; }

    public string Title { get; set; } = "";

    public string ContentType { get; set; } = "";
}
