namespace RecordingPolicy.Decisions;

/// <summary>Why a request can't be read.</summary>
/// <param name="Path">The field's JSON path, such as <c>meeting.course.id</c>; <c>$</c> for the whole.</param>
/// <param name="Message">What the field takes. It repeats nothing of what was written there.</param>
public sealed record RequestError(string Path, LocalizedText Message);
