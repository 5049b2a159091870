using CanvasConnector;
using CanvasConnector.Enrollments;
using CanvasConnector.Terms;
using RecordingBot.Registry;

namespace RecordingBot.Expiry;

/// <summary>Courses as Canvas tells of them, kept beside the recordings that end with them.</summary>
public sealed class CourseBook(CourseReader reader, CanvasClient canvas, RegistryContext registry, Registrar registrar)
{
    /// <summary>Reads a course afresh and keeps the answer on the current unit of work, which the caller saves.</summary>
    /// <exception cref="CanvasConnector.Errors.CanvasException">Canvas can't be reached, or gave no usable answer: nothing is concluded from that.</exception>
    public async Task<CourseRow> ReadAsync(string courseId, CancellationToken ct, IReadOnlyDictionary<CanvasId<Term>, Term>? terms = null)
    {
        var read = await reader.ReadAsync(courseId, ct, terms);
        if (await registry.Courses.FindAsync([courseId], ct) is not { } row)
        {
            registry.Courses.Add(read);
            return read;
        }
        Keep(row, read);
        return row;
    }

    /// <summary>Keeps a fresh reading on the current unit of work, and notes whether something moved.</summary>
    public void Keep(CourseRow row, CourseRow read)
    {
        var before = Stand(row);
        row.Name = read.Name ?? row.Name;
        row.IsPublic = read.IsPublic ?? row.IsPublic;
        (row.IsModel, row.Locale) = (read.IsModel ?? row.IsModel, read.Locale ?? row.Locale);
        row.TermId = read.TermId ?? row.TermId;
        row.SectionsReadAt = read.SectionsReadAt;
        (row.Closes, row.ClosesAt, row.Reason) = (read.Closes, read.ClosesAt, read.Reason);
        (row.Inputs, row.CheckedAt) = (read.Inputs, read.CheckedAt);
        // The end of a course that was closed by hand is when that was first seen: a later look must not put it off.
        row.SeenClosedAt = read.SeenClosedAt is null ? null : row.SeenClosedAt ?? read.SeenClosedAt;
        if (Stand(row) != before)
        {
            row.Moves++;
            registrar.Audit("bot", "course.moved", Subject.Course(row.Id), before, Stand(row), read.Reason);
        }
    }

    /// <summary>The courses in which somebody teaches now.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> CoursesOfAsync(PersonRow teacher, CancellationToken ct)
    {
        if (teacher.Links.Find(link => link.Kind == LinkKind.Canvas) is not { } link)
            return [];
        var courses = new List<(string, string)>();
        await foreach (var course in canvas.Courses.ListForUserAsync(new(link.ExternalId), EnrollmentType.Teacher, ct))
            courses.Add((course.Id.Value, course.Name ?? course.Id.Value));
        return courses;
    }

    /// <summary>Everything about a course on which a recording's next step depends.</summary>
    private static string Stand(CourseRow row) =>
        string.Join(
            ' ',
            new[]
            {
                row.Closes,
                row.ClosesAt?.ToString("O"),
                row.SeenClosedAt is null ? null : "closed",
                row.IsPublic == true ? "public" : null,
                row.IsModel == true ? "model" : null,
            }.Where(word => word is not null)
        );
}
