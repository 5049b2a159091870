namespace RecordingBot.Registry;

/// <summary>A course's active teachers, as Canvas lists them.</summary>
/// <param name="Known">Those who are linked to a person.</param>
/// <param name="UnmappedCanvasUserIds">Canvas's ids of those who aren't: never guessed, an administrator links them.</param>
public sealed record CourseTeachers(IReadOnlyList<PersonRow> Known, IReadOnlyList<string> UnmappedCanvasUserIds);
