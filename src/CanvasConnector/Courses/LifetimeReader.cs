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

        var inputs = Of(course);
        if (course.WorkflowState is not ("available" or "unpublished"))
            return inputs;
        return inputs with
        {
            Term = await ReadTermAsync(course, ct),
            Sections = await ReadSectionsAsync(id, ct),
            IndividualEnds = honourIndividualDates ? await ReadIndividualEndsAsync(id, ct) : [],
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

    private static CourseLifetimeInputs Of(Course course) =>
        new()
        {
            CourseId = course.Id,
            State = course.WorkflowState,
            AccessRestricted = course is { AccessRestrictedByDate: true },
            Restrict = course.RestrictEnrollmentsToCourseDates,
            EndAt = course.EndAt.Value,
            EndAtMissing = !course.EndAt.IsSet,
            Concluded = course.Concluded,
        };

    // Not the term inside the course: that one is merged with the caller's own roles (facts: Canvas 3.1).
    private async Task<TermInput?> ReadTermAsync(Course course, CancellationToken ct)
    {
        await foreach (var term in terms.ListAsync(ct))
        {
            if (term.Id == course.EnrollmentTermId)
                return Of(term);
        }
        return null;
    }

    private static TermInput? Of(Term term) =>
        term is { EndAt.IsSet: true, Overrides: { } overrides }
            ? new TermInput(term.Id, term.EndAt.Value, overrides.GetValueOrDefault(EnrollmentType.Student.Name())?.EndAt)
            : null;

    private async Task<ImmutableArray<SectionInput>> ReadSectionsAsync(CanvasId<Course> id, CancellationToken ct)
    {
        var sections = ImmutableArray.CreateBuilder<SectionInput>();
        var call = CanvasCall.Get($"courses/{id}/sections").Ask("include[]", "total_students");
        await foreach (var section in pager.ReadAllAsync<Section>(call, ct))
        {
            sections.Add(
                new SectionInput(section.Id)
                {
                    Restrict = section.RestrictEnrollmentsToSectionDates,
                    EndAt = section.EndAt.Value,
                    EndAtMissing = !section.EndAt.IsSet,
                    Students = section.TotalStudents,
                }
            );
        }
        return sections.ToImmutable();
    }

    // An enrollment with only one of its two dates counts as one without (facts: Canvas 3.3).
    private async Task<ImmutableArray<DateTimeOffset>> ReadIndividualEndsAsync(CanvasId<Course> id, CancellationToken ct)
    {
        var ends = ImmutableArray.CreateBuilder<DateTimeOffset>();
        var call = CanvasCall
            .Get($"courses/{id}/enrollments")
            .Ask("type[]", EnrollmentType.Student.Name())
            .Ask("state[]", "active", "invited");
        await foreach (var enrollment in pager.ReadAllAsync<Enrollment>(call, ct))
        {
            if (enrollment is { StartAt: not null, EndAt: { } end })
                ends.Add(end);
        }
        return ends.ToImmutable();
    }
}
