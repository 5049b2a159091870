using CanvasConnector.Errors;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Expiry;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Publication;

/// <summary>The courses that a recording could be shown in beside its own.</summary>
public sealed class FurtherCourses(RegistryContext registry, CourseBook courses)
{
    /// <summary>The courses that a person teaches and the recording isn't in; none where Canvas can't be asked.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> OfferedAsync(PersonRow person, Guid recording, CancellationToken ct)
    {
        var shown = await registry
            .Recordings.Where(row => (row.Id == recording || row.SourceId == recording) && row.State != RecordingState.Deleted)
            .Select(row => row.CourseId)
            .ToListAsync(ct);
        try
        {
            return [.. (await courses.CoursesOfAsync(person, ct)).Where(course => !shown.Contains(course.Id))];
        }
        catch (CanvasException)
        {
            return [];
        }
    }
}
