using System.Collections.Concurrent;
using RecordingBot.Expiry;
using RecordingBot.Registry;

namespace RecordingBot.Rights;

/// <summary>
/// Which courses a person teaches, as Canvas says. Remembered for a minute (security.md 3.5); where Canvas can't be asked, nobody
/// teaches anything: rights fail closed.
/// </summary>
public sealed partial class CourseRights(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CourseRights> logger)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<Guid, (DateTimeOffset At, string[] Courses)> known = new();

    /// <summary>The ids of the courses in which the person is an active teacher.</summary>
    public async Task<string[]> TaughtByAsync(PersonRow person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(person.Id, out var stored) && now >= stored.At && now - stored.At < Remembered)
            return stored.Courses;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var courses = await scope.ServiceProvider.GetRequiredService<CourseBook>().CoursesOfAsync(person, ct);
            string[] ids = [.. courses.Select(course => course.Id)];
            known[person.Id] = (now, ids);
            return ids;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogUnknown(fault.GetType().Name, fault);
            return [];
        }
    }

    [LoggerMessage(LogLevel.Warning, "rights: Canvas could not be asked who teaches what ({Kind}); only own recordings are shown")]
    private partial void LogUnknown(string kind, Exception fault);
}
