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
        // In strict mode Canvas's own "concluded" decides, else when students can no longer open it.
        if (closing is ClosingRule.Strict)
            lifetime = lifetime.Strictly();
        return new()
        {
            Id = courseId,
            Name = course?.Name,
            IsPublic = course?.IsPublic,
            Closes = Wire(lifetime.Closes),
            ClosesAt = lifetime.ClosesAt,
            Reason = Wire(lifetime.Reason),
            Inputs = JsonSerializer.Serialize(lifetime.Inputs, JsonSerializerOptions.Web),
            SeenClosedAt = lifetime.Closes is CourseCloses.Already ? lifetime.CheckedAt : null,
            CheckedAt = lifetime.CheckedAt,
            Moves = 1,
        };
    }

    private static string Wire<T>(T value) => JsonSerializer.SerializeToElement(value).GetString()!;
}
