using System.Text.Json;
using CanvasConnector;
using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Terms;
using RecordingPolicy.Packs;

namespace RecordingBot.Expiry;

/// <summary>Reads from Canvas when a course closes, by the pack's closing rule. Keeps nothing.</summary>
public sealed class CourseReader(CanvasClient canvas, ClosingRule closing)
{
    /// <summary>The course as it is now.</summary>
    /// <param name="courseId">Canvas's id.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <param name="terms">All terms, where somebody has read them just now; else the course's is read.</param>
    /// <exception cref="CanvasException">Canvas can't be reached, or gave no usable answer.</exception>
    public async Task<CourseRow> ReadAsync(string courseId, CancellationToken ct, IReadOnlyDictionary<CanvasId<Term>, Term>? terms = null)
    {
        var id = new CanvasId<Course>(courseId);
        if (await FindAsync(id, ct) is not { } course)
            return Row(await canvas.Courses.ReadLifetimeAsync(id, ct), null, null);
        var term =
            terms is null ? await canvas.Terms.FindAsync(course.EnrollmentTermId, ct)
            : course.EnrollmentTermId is { } termId ? terms.GetValueOrDefault(termId)
            : null;
        return Row(await canvas.Courses.ReadLifetimeAsync(course, term, ct: ct), course, null);
    }

    /// <summary>The same of a course that was listed just now.</summary>
    /// <param name="course">As it was listed.</param>
    /// <param name="term">Its term.</param>
    /// <param name="known">What was known of it, if its sections are to stand; null reads them.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="CanvasException">Canvas can't be reached, or gave no usable answer.</exception>
    public async Task<CourseRow> ReadAsync(Course course, Term? term, CourseRow? known, CancellationToken ct)
    {
        var inputs = known is null ? null : JsonSerializer.Deserialize<CourseLifetimeInputs>(known.Inputs, JsonSerializerOptions.Web);
        return Row(await canvas.Courses.ReadLifetimeAsync(course, term, inputs, ct), course, known?.SectionsReadAt);
    }

    // Whether an absent course was deleted is for the lifetime's own reading to find out.
    private async Task<Course?> FindAsync(CanvasId<Course> id, CancellationToken ct)
    {
        try
        {
            return await canvas.Courses.GetAsync(id, ct);
        }
        catch (CanvasException fault) when (fault.Kind == CanvasErrorKind.NotFound)
        {
            return null;
        }
    }

    private CourseRow Row(CourseLifetime lifetime, Course? course, DateTimeOffset? sectionsReadAt)
    {
        // In strict mode Canvas's own "concluded" decides, else when students can no longer open it.
        if (closing is ClosingRule.Strict)
            lifetime = lifetime.Strictly();
        return new()
        {
            Id = lifetime.CourseId.Value,
            Name = course?.Name,
            IsPublic = course?.IsPublic,
            IsModel = course is null or { Blueprint: null, Template: null } ? null : course.Blueprint == true || course.Template == true,
            Locale = course?.Locale,
            TermId = course?.EnrollmentTermId?.Value,
            Closes = Wire(lifetime.Closes),
            ClosesAt = lifetime.ClosesAt,
            Reason = Wire(lifetime.Reason),
            Inputs = JsonSerializer.Serialize(lifetime.Inputs, JsonSerializerOptions.Web),
            SeenClosedAt = lifetime.Closes is CourseCloses.Already ? lifetime.CheckedAt : null,
            CheckedAt = lifetime.CheckedAt,
            // Nobody asks for the sections of a course whose state decides.
            SectionsReadAt = lifetime.Inputs.State is "available" or "unpublished" ? sectionsReadAt ?? lifetime.CheckedAt : null,
            Moves = 1,
        };
    }

    private static string Wire<T>(T value) => JsonSerializer.SerializeToElement(value).GetString()!;
}
