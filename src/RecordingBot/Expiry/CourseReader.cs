using System.Text.Json;
using CanvasConnector;
using CanvasConnector.Courses;
using RecordingPolicy.Packs;

namespace RecordingBot.Expiry;

/// <summary>Reads from Canvas when a course closes, by the pack's closing rule. Keeps nothing.</summary>
public sealed class CourseReader(CanvasClient canvas, ClosingRule closing)
{
    /// <summary>The course as it is now.</summary>
    /// <exception cref="CanvasConnector.Errors.CanvasException">Canvas can't be reached, or gave no usable answer.</exception>
    public async Task<CourseRow> ReadAsync(string courseId, CancellationToken ct)
    {
        var id = new CanvasId<Course>(courseId);
        var lifetime = await canvas.Courses.ReadLifetimeAsync(id, ct);
        var readable = lifetime.Closes is not CourseCloses.Undecidable && lifetime.Reason is not ClosingReason.Deleted;
        var course = readable ? await canvas.Courses.GetAsync(id, ct) : null;
        var (closes, closesAt) = ByRule(lifetime);
        return new()
        {
            Id = courseId,
            Name = course?.Name,
            IsPublic = course?.IsPublic,
            IsModel = course is null ? null : course.Blueprint == true || course.Template == true,
            Locale = course?.Locale,
            Closes = closes,
            ClosesAt = closesAt,
            Reason = Wire(lifetime.Reason),
            Inputs = JsonSerializer.Serialize(lifetime.Inputs, JsonSerializerOptions.Web),
            SeenClosedAt = lifetime.Closes is CourseCloses.Already ? lifetime.CheckedAt : null,
            CheckedAt = lifetime.CheckedAt,
            Moves = 1,
        };
    }

    /// <summary>In strict mode Canvas's own "concluded" decides, else when students can no longer open it.</summary>
    private (string Closes, DateTimeOffset? At) ByRule(CourseLifetime lifetime) =>
        closing is ClosingRule.Strict && lifetime.Closes is CourseCloses.At or CourseCloses.Never
            ? lifetime.ConcludedAt is { } concluded
                ? ("at", concluded)
                : ("never", null)
            : (Wire(lifetime.Closes), lifetime.ClosesAt);

    private static string Wire<T>(T value) => JsonSerializer.SerializeToElement(value).GetString()!;
}
