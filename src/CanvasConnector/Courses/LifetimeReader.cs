using System.Collections.Immutable;
using CanvasConnector.Enrollments;
using CanvasConnector.Errors;
using CanvasConnector.Http;
using CanvasConnector.Terms;

namespace CanvasConnector.Courses;

/// <summary>Collects the inputs of one course's lifetime, in the sequence of facts: Canvas 3.6.</summary>
internal sealed class LifetimeReader(CanvasSender sender, CanvasPager pager, TermCalls terms, bool honourIndividualDates)
{
    public async Task<CourseLifetimeInputs> ReadAsync(CanvasId<Course> id, CancellationToken ct)
    {
        if (await ReadCourseAsync(id, ct) is not { } course)
            return new CourseLifetimeInputs { CourseId = id, NotFound = true };
        // Not the term inside the course: that one is merged with the caller's own roles (facts: Canvas 3.1).
        var term = LifetimeFacts.EndsByDates(course) ? await terms.FindAsync(course.EnrollmentTermId, ct) : null;
        return await ReadAsync(course, term, known: null, ct);
    }

    public async Task<CourseLifetimeInputs> ReadAsync(Course course, Term? term, CourseLifetimeInputs? known, CancellationToken ct)
    {
        var inputs = LifetimeFacts.Of(course);
        if (!LifetimeFacts.EndsByDates(course))
            return inputs;
        inputs = inputs with { Term = term?.Id == course.EnrollmentTermId ? LifetimeFacts.Of(term) : null };
        if (known is not null)
            return inputs with { Sections = known.Sections, IndividualEnds = known.IndividualEnds };
        var students = honourIndividualDates ? await ReadStudentsAsync(course.Id, ct) : [];
        return inputs with
        {
            Sections = LifetimeFacts.Of(await ReadSectionsAsync(course.Id, ct), students),
            IndividualEnds = LifetimeFacts.Ends(students),
        };
    }

    // A 404 alone proves nothing: an administrator must be shown the deleted course (facts: Canvas 3.5).
    private async Task<Course?> ReadCourseAsync(CanvasId<Course> id, CancellationToken ct)
    {
        var call = CanvasCall.Get($"courses/{id}").Ask("include[]", "term", "concluded");
        try
        {
            return await sender.ReadAsync<Course>(call, id, ct);
        }
        catch (CanvasException fault) when (fault.Kind == CanvasErrorKind.NotFound)
        {
            return await ConfirmDeletionAsync(id, ct);
        }
    }

    private async Task<Course?> ConfirmDeletionAsync(CanvasId<Course> id, CancellationToken ct)
    {
        try
        {
            var call = CanvasCall.Get($"courses/{id}").Ask("include[]", "all_courses");
            var course = await sender.ReadAsync<Course>(call, id, ct);
            return course.WorkflowState == "deleted" ? course : null;
        }
        catch (CanvasException fault) when (fault.Kind == CanvasErrorKind.NotFound)
        {
            return null;
        }
    }

    private async Task<List<Section>> ReadSectionsAsync(CanvasId<Course> id, CancellationToken ct) =>
        await pager.ReadAllAsync<Section>(CanvasCall.Get($"courses/{id}/sections").Ask("include[]", "total_students"), ct).ToListAsync(ct);

    private async Task<ImmutableArray<Enrollment>> ReadStudentsAsync(CanvasId<Course> id, CancellationToken ct)
    {
        var call = CanvasCall
            .Get($"courses/{id}/enrollments")
            .Ask("type[]", EnrollmentType.Student.Name())
            .Ask("state[]", "active", "invited");
        return [.. await pager.ReadAllAsync<Enrollment>(call, ct).ToListAsync(ct)];
    }
}
