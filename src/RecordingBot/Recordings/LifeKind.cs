namespace RecordingBot.Recordings;

/// <summary>What a recording's line of life is made of, in its usual order.</summary>
public static class LifeKind
{
    public const string Meeting = "meeting";
    public const string Recorded = "recorded";
    public const string Registered = "registered";
    public const string Published = "published";
    public const string Unpublished = "unpublished";
    public const string Warned = "warned";
    public const string CourseCloses = "course-closes";
    public const string Ends = "ends";
    public const string Deleted = "deleted";
}
