namespace RecordingBot.Publication;

/// <summary>What of ours stands in a course: found again by these ids, whatever it is called there today.</summary>
public sealed class CoursePlacesRow
{
    /// <summary>Canvas's course id.</summary>
    public required string CourseId { get; init; }

    /// <summary>The locked folder through which files come in.</summary>
    public string? IntakeFolderId { get; set; }

    /// <summary>The open folder that published files lie in.</summary>
    public string? FolderId { get; set; }

    /// <summary>The heading that they are shown under.</summary>
    public string? ModuleId { get; set; }

    /// <summary>When the course admins were about to be told of the course's first recording.</summary>
    public DateTimeOffset? AdminsTellingAt { get; set; }

    /// <summary>When they had been told.</summary>
    public DateTimeOffset? AdminsToldAt { get; set; }
}
