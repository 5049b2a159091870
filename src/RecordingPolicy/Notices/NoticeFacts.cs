using System.Collections.Immutable;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;

namespace RecordingPolicy.Notices;

/// <summary>What a notice is composed of.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Decision">What was decided about it.</param>
/// <param name="CourseName">The course's name in Canvas; null where there is no course, or where its name is not known.</param>
/// <param name="TeacherName">The recorder's name as it is shown to people; null where it is not.</param>
/// <param name="EndsAt">When the recording ends as things are today; null where nobody can say yet.</param>
public sealed record NoticeFacts(
    RecordingRequest Request,
    Decision Decision,
    string? CourseName,
    string? TeacherName,
    DateTimeOffset? EndsAt
)
{
    /// <summary>Names of the further courses in which the same recording is shown.</summary>
    public ImmutableArray<string> FurtherCourses { get; init; } = [];
}
