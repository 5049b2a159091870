namespace RecordingBot.Registry;

/// <summary>How audit entries and tasks name what they are about: <c>recording:ID</c>, <c>meeting:ID</c>, <c>course:ID</c>.</summary>
public static class Subject
{
    public const string RecordingType = "recording";
    public const string MeetingType = "meeting";

    public static string Recording(Guid id) => $"{RecordingType}:{id}";

    public static string Meeting(Guid id) => $"{MeetingType}:{id}";

    public static string Course(string id) => $"course:{id}";

    public static string Term(string id) => $"term:{id}";

    public static string Person(Guid id) => $"person:{id}";

    /// <summary>An account in Zoom.</summary>
    public static string ZoomUser(string id) => $"zoom-user:{id}";

    /// <summary>The kind and, where it is ours, the id of a subject.</summary>
    public static (string Type, Guid? Id) Parse(string subject)
    {
        var colon = subject.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (subject, null) : (subject[..colon], Guid.TryParse(subject.AsSpan(colon + 1), out var id) ? id : null);
    }
}
