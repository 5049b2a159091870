namespace RecordingBot.Recordings;

/// <summary>A further course in which a recording is shown, and the entry of its own that it has there.</summary>
public sealed record FurtherView(string CourseId, string? CourseName, Guid RecordingId);
