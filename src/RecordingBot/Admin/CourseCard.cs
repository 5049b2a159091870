using RecordingBot.Expiry;

namespace RecordingBot.Admin;

/// <summary>A course on the start page.</summary>
/// <param name="Id">Canvas's course id.</param>
/// <param name="Course">What Canvas last said; null where nothing has been read yet.</param>
/// <param name="Kept">How many recordings it has.</param>
/// <param name="Gone">How many are gone.</param>
/// <param name="NextEnd">When the next one goes; null where none has an end.</param>
public sealed record CourseCard(string Id, CourseRow? Course, int Kept, int Gone, DateTimeOffset? NextEnd);
