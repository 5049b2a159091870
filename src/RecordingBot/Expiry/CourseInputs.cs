using System.Collections.Immutable;
using System.Text.Json;
using CanvasConnector.Courses;

namespace RecordingBot.Expiry;

/// <summary>What of a course's stored inputs its explanation names.</summary>
/// <param name="Restrict">Whether the course's own dates count.</param>
/// <param name="EndAt">The course's own end date, counting or not.</param>
/// <param name="Term">The course's term.</param>
/// <param name="Sections">The course's sections.</param>
public sealed record CourseInputs(bool? Restrict, DateTimeOffset? EndAt, TermInput? Term, ImmutableArray<SectionInput> Sections)
{
    public static CourseInputs Of(CourseRow course) =>
        JsonSerializer.Deserialize<CourseInputs>(course.Inputs, JsonSerializerOptions.Web) ?? new(null, null, null, []);

    /// <summary>The name of what decides by this reason: a section, or the term; null if it has none.</summary>
    public string? Decider(ClosingReason reason, DateTimeOffset? closesAt) =>
        reason switch
        {
            ClosingReason.SectionEnd => Dated(section => section.EndAt == closesAt),
            ClosingReason.SectionWithoutEnd => Dated(section => section is { EndAt: null, EndAtMissing: false }),
            _ => Term?.Name,
        };

    private string? Dated(Func<SectionInput, bool> decides) =>
        Sections.IsDefault
            ? null
            : Sections.FirstOrDefault(section => section is { Restrict: true, Students: > 0 } && decides(section))?.Name;
}
