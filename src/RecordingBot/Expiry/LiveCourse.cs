namespace RecordingBot.Expiry;

/// <summary>A course that has live recordings, with what decides how it is read again.</summary>
/// <param name="Id">Canvas's course id.</param>
/// <param name="TermId">The term in which it was last seen; null where it has not been read.</param>
/// <param name="SectionsReadAt">When its sections were last read; null where they are not known.</param>
public sealed record LiveCourse(string Id, string? TermId, DateTimeOffset? SectionsReadAt);
