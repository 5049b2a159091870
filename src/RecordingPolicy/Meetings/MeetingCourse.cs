namespace RecordingPolicy.Meetings;

/// <summary>The Canvas course that a meeting belongs to.</summary>
/// <param name="Id">Canvas's id of the course.</param>
/// <param name="IsPublic">Whether anyone can open it; null where not answered.</param>
/// <param name="ClosesAt">When it closes to students; null where not known.</param>
public sealed record MeetingCourse(string Id, bool? IsPublic, DateTimeOffset? ClosesAt);
