using System.Collections.Immutable;
using CanvasConnector.Courses;
using CanvasConnector.Http;
using CanvasConnector.Users;

namespace CanvasConnector.Enrollments;

/// <summary>Who is in a course (Enrollments API).</summary>
public sealed class EnrollmentCalls
{
    private readonly CanvasPager pager;

    internal EnrollmentCalls(CanvasPager pager) => this.pager = pager;

    /// <summary>The course's active teachers, each once, however many sections they teach.</summary>
    public async Task<ImmutableArray<CanvasId<CanvasUser>>> ListActiveTeachersAsync(CanvasId<Course> course, CancellationToken ct = default)
    {
        var teachers = new List<CanvasId<CanvasUser>>();
        var call = CanvasCall.Get($"courses/{course}/enrollments").Ask("type[]", EnrollmentType.Teacher.Name()).Ask("state[]", "active");
        await foreach (var enrollment in pager.ReadAllAsync<Enrollment>(call, ct))
        {
            if (enrollment.CourseId != course)
                throw AnswerReader.Unbelievable(call, 200, "an enrollment of another course than was asked");
            if (!teachers.Contains(enrollment.UserId))
                teachers.Add(enrollment.UserId);
        }
        return [.. teachers];
    }
}
