using RecordingBot.Expiry;

namespace RecordingBot.Registry;

/// <summary>A further course in which a meeting's recording is shown.</summary>
/// <param name="Id">Canvas's course id.</param>
/// <param name="Source">The recording that is shown there.</param>
/// <param name="Course">What is known of it; null before it was read.</param>
public sealed record FurtherCourse(string Id, Guid Source, CourseRow? Course);
